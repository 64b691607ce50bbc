import { Button, FileButton, Skeleton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileUpload, IconPlus, IconRoute } from '@tabler/icons-react'
import { useState } from 'react'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { Empty, ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { scenariosWords } from '../../words/scenarios.ts'
import { ScenarioCard } from './scenario-card.tsx'
import { readDocument } from './scenario-file.ts'
import styles from './scenarios.module.css'
import { useScenarioActions } from './use-scenario-actions.ts'

/** Every scenario with where it stands: published, changed since, followed by how many files. */
export function Scenarios() {
  const say = useWords(scenariosWords)
  const { data, error, refetch } = useRoute('scenarios', {})
  const [deleted, setDeleted] = useState<readonly string[]>([])
  const taken = data?.items.map(({ id }) => id) ?? []
  const actions = useScenarioActions({ taken })
  // A new scenario takes an id that none has: until the list is there, nobody knows which.
  const isReady = data !== undefined
  const shown = data?.items.filter(({ id }) => !deleted.includes(id))
  return (
    <Page
      title={say('title')}
      lead={say('lead')}
      actions={
        <>
          <ImportButton onImport={actions.importFile} disabled={!isReady} />
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={actions.create}
            loading={actions.pending}
            disabled={!isReady}
          >
            {say('new')}
          </Button>
        </>
      }
    >
      {error !== null && data === undefined && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton height={180} aria-hidden />}
      {shown?.length === 0 && (
        <Empty icon={<IconRoute size={32} stroke={1.4} />} title={say('empty')} help={say('empty-help')}>
          <Button onClick={actions.create}>{say('new')}</Button>
        </Empty>
      )}
      <div className={styles.grid}>
        {shown?.map((scenario) => (
          <ScenarioCard
            key={scenario.id}
            scenario={scenario}
            actions={actions}
            onDeleted={(id) => setDeleted((before) => [...before, id])}
            onRestored={(id) => setDeleted((before) => before.filter((one) => one !== id))}
          />
        ))}
      </div>
    </Page>
  )
}

interface ImportButtonProps {
  readonly onImport: (document: NonNullable<ReturnType<typeof readDocument>>) => void
  readonly disabled: boolean
}

function ImportButton({ onImport, disabled }: ImportButtonProps) {
  const say = useWords(scenariosWords)
  const read = async (file: File | null) => {
    if (file === null) return
    const found = readDocument(await file.text())
    if (found !== null) return onImport(found)
    notifications.show({
      title: say('import.invalid'),
      message: say('import.invalid-help'),
      color: 'late',
      autoClose: 10_000,
    })
  }
  return (
    <FileButton accept="application/json,.json" onChange={(file) => void read(file)}>
      {(props) => (
        <Button {...props} disabled={disabled} variant="default" leftSection={<IconFileUpload size={16} aria-hidden />}>
          {say('import')}
        </Button>
      )}
    </FileButton>
  )
}
