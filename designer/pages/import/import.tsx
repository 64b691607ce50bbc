import { Button, Group, Stack, Text } from '@mantine/core'
import type { ImportReport } from '@relance/runtime/contract/imports'
import { useState } from 'react'
import { useWords } from '../../i18n/words.ts'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { importWords } from '../../words/import.ts'
import { DropZone } from './drop-zone.tsx'
import { ImportCounts } from './import-counts.tsx'
import { ImportOptionsForm } from './import-options-form.tsx'
import { ImportRun } from './import-run.tsx'
import { PastImports } from './past-imports.tsx'
import { Recognised } from './recognised.tsx'
import { Rejects } from './rejects.tsx'
import { type ImportOptions, useImport } from './use-import.ts'

const usual: ImportOptions = { mode: 'delta', entity: null, force: false }

/** Drop a file, see what was recognised, then let it in. */
export function Import() {
  const say = useWords(importWords)
  const [file, setFile] = useState<File | null>(null)
  const [options, setOptions] = useState(usual)
  const { dry, write } = useImport()
  const read = (next: File, nextOptions: ImportOptions) => {
    setFile(next)
    setOptions(nextOptions)
    write.reset()
    dry.mutate({ file: next, options: nextOptions })
  }
  const restart = () => {
    setFile(null)
    setOptions(usual)
    dry.reset()
    write.reset()
  }
  if (write.data !== undefined) {
    return (
      <Page title={say('title')} lead={write.data.file}>
        <ImportRun first={write.data} onNext={restart} />
      </Page>
    )
  }
  return (
    <Page title={say('title')} lead={say('lead')}>
      {file === null ? (
        <>
          <DropZone onFile={(next) => read(next, usual)} />
          <PastImports />
        </>
      ) : (
        <Stack gap="xl">
          <Group justify="space-between">
            <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
              {dry.isPending ? say('reading', { file: file.name }) : file.name}
            </Text>
            <Button variant="default" onClick={restart}>
              {say('another')}
            </Button>
          </Group>
          {dry.error !== null && <ProblemNotice problem={dry.error} />}
          {dry.data !== undefined && (
            <Review
              report={dry.data}
              options={options}
              onOptions={(next) => read(file, next)}
              reading={dry.isPending}
              writing={write.isPending}
              onWrite={() => write.mutate({ file, options })}
            />
          )}
          {write.error !== null && (
            <ProblemNotice problem={write.error}>
              {options.mode === 'stock' && !options.force && (
                <Button variant="default" onClick={() => read(file, { ...options, force: true })}>
                  {say('force')}
                </Button>
              )}
            </ProblemNotice>
          )}
        </Stack>
      )}
    </Page>
  )
}

interface ReviewProps {
  readonly report: ImportReport
  readonly options: ImportOptions
  readonly onOptions: (options: ImportOptions) => void
  readonly reading: boolean
  readonly writing: boolean
  readonly onWrite: () => void
}

function Review({ report, options, onOptions, reading, writing, onWrite }: ReviewProps) {
  const say = useWords(importWords)
  const { detection, accepted, rejected } = report
  return (
    <Stack gap="xl">
      {detection !== null && <Recognised detection={detection} />}
      {detection?.subject === 'items' && <ImportOptionsForm options={options} onChange={onOptions} />}
      <ImportCounts report={report} />
      {rejected.length > 0 && <Rejects file={report.file} rejected={rejected} />}
      <Group gap="md">
        <Button size="md" onClick={onWrite} loading={writing || reading} disabled={accepted === 0}>
          {accepted === 0 ? say('submit.none') : say('submit', { count: accepted })}
        </Button>
        <Text size="sm" c="dimmed">
          {say('submit.kept')}
        </Text>
      </Group>
    </Stack>
  )
}
