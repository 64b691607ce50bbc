import { ActionIcon, Skeleton, Text, Tooltip } from '@mantine/core'
import { faces } from '@relance/nodes/faces'
import { registry } from '@relance/nodes/registry'
import type { ResponseOf } from '@relance/runtime/contract/routes'
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { ReactFlowProvider } from '@xyflow/react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { ScenarioCanvas } from '../../canvas/scenario-canvas.tsx'
import { StudioProvider, useStudio } from '../../canvas/studio-context.tsx'
import { useRoute } from '../../client/queries.ts'
import { createStudioStore } from '../../document/studio-store.ts'
import panels from '../../panels/panels.module.css'
import { ChosenPanel } from '../../panels/studio-panel.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useFormat } from '../../ui/use-format.ts'
import styles from './studio.module.css'

type Version = ResponseOf<'version'>

/** A version that was published, as it was: to be read, not drawn on. */
export function PublishedStudio() {
  const { hash = '' } = useParams()
  const { data, error, refetch } = useRoute('version', { id: hash })
  if (error !== null && data === undefined) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton h="100%" radius={0} />
  return <Reading key={hash} version={data} />
}

function Reading({ version }: { version: Version }) {
  const [store] = useState(() => createStudioStore({ document: version.document, revision: 0, at: version.at }))
  return (
    <ReactFlowProvider>
      <StudioProvider store={store} registry={registry} faces={faces} readOnly>
        <div className={panels.studio}>
          <VersionHeader version={version} />
          <div className={panels.body}>
            <div className={panels.board}>
              <div className={panels.canvas}>
                <ScenarioCanvas />
              </div>
            </div>
            <PublishedPanel />
          </div>
        </div>
      </StudioProvider>
    </ReactFlowProvider>
  )
}

function VersionHeader({ version: { hash, scenario, version, document, at, by } }: { version: Version }) {
  const { say } = useStudio()
  const format = useFormat()
  return (
    <header className={panels.header}>
      <Tooltip label={say('version.back')}>
        <ActionIcon component={Link} to={`/scenarios/${scenario}`} aria-label={say('version.back')} size={32}>
          <IconArrowLeft size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <div className={styles.version}>
        <Text component="h1" fw={600} truncate>
          {document.name}
        </Text>
        <Tag meaning="gray">{say('version.readOnly', { version })}</Tag>
        <Text size="sm" c="dimmed" visibleFrom="sm" truncate>
          {say('version.by', { who: format.author(by), at: format.instant(at) })}
        </Text>
      </div>
      <Tooltip label={say('header.dossier')}>
        <ActionIcon
          component={Link}
          to={`/scenarios/${scenario}/versions/${hash}/dossier`}
          aria-label={say('header.dossier')}
          size={32}
          ms="auto"
        >
          <IconPrinter size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </header>
  )
}

function PublishedPanel() {
  const { say } = useStudio()
  return (
    <aside className={`${panels.panel} ${styles.besideVersion}`} aria-label={say('panel.title')}>
      <div className={panels.content}>
        <ChosenPanel />
      </div>
    </aside>
  )
}
