import { Button, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useStudio, useStudioState } from '../canvas/studio-context.tsx'
import { useEdits } from '../canvas/use-edits.ts'
import { ScenarioComments } from '../comments/step-comments.tsx'
import styles from './panels.module.css'
import { ProblemsPanel } from './problems-panel.tsx'
import { ScenarioPanel } from './scenario-panel.tsx'
import { StepPanel } from './step-panel.tsx'

export const panelTabs = ['settings', 'problems', 'files', 'rehearsal', 'versions'] as const
export type PanelTab = (typeof panelTabs)[number]

interface Props {
  readonly tab: PanelTab
  readonly onTab: (tab: PanelTab) => void
  readonly files: ReactNode
  readonly rehearsal: ReactNode
  readonly versions: ReactNode
}

/** Beside the drawing: what is chosen, what is to fix, which files run, what a rehearsal showed, what was published. */
export function StudioPanel({ tab, onTab, files, rehearsal, versions }: Props) {
  const { say, store } = useStudio()
  const count = useStudioState(({ problems }) => problems.length)
  const showScenario = () => {
    store.trigger.selected({})
    onTab('settings')
  }
  return (
    <aside id="studio-panel" className={styles.panel} aria-label={say('panel.title')}>
      <div className={styles.tabs}>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={say('panel.title')}
          value={tab}
          onChange={(next) => onTab(next as PanelTab)}
          data={panelTabs.map((value) => ({
            value,
            label: value === 'problems' && count > 0 ? `${say('panel.problems')} · ${count}` : say(`panel.${value}`),
          }))}
        />
      </div>
      <div className={styles.content}>
        {tab === 'settings' && <ChosenPanel />}
        {tab === 'problems' && <ProblemsPanel onScenario={showScenario} />}
        {tab === 'files' && files}
        {tab === 'rehearsal' && rehearsal}
        {tab === 'versions' && versions}
      </div>
    </aside>
  )
}

/** What is chosen: a step, several, or the scenario itself. */
export function ChosenPanel() {
  const id = useStudioState(({ selection }) => (selection.nodes.length === 1 ? selection.nodes[0] : undefined))
  const many = useStudioState(({ selection }) => selection.nodes.length + selection.notes.length)
  const node = useStudioState(({ document }) => document.nodes.find((one) => one.id === id))
  if (many > 1) return <ManyPanel count={many} />
  if (node !== undefined) return <StepPanel node={node} />
  return (
    <Stack gap="xl">
      <ScenarioPanel />
      <ScenarioComments />
    </Stack>
  )
}

function ManyPanel({ count }: { count: number }) {
  const { say, readOnly } = useStudio()
  const edits = useEdits()
  return (
    <Stack gap="sm">
      <Text fw={600}>{say('many.title', { count })}</Text>
      <Text size="sm" c="dimmed">
        {say('many.help')}
      </Text>
      {!readOnly && (
        <>
          <Button variant="default" leftSection={<IconCopy size={16} />} onClick={edits.duplicate}>
            {say('step.duplicate')}
          </Button>
          <Button variant="default" leftSection={<IconTrash size={16} />} onClick={() => edits.remove()}>
            {say('many.remove', { count })}
          </Button>
        </>
      )}
    </Stack>
  )
}
