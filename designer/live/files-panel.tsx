import { Anchor, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { stepTitle } from '../canvas/describe-step.ts'
import { useStudio, useStudioState } from '../canvas/studio-context.tsx'
import { useStepFocus } from '../canvas/use-step-focus.ts'
import { useRoute } from '../client/queries.ts'
import { useWords } from '../i18n/words.ts'
import { useOverlayStore } from '../overlay/overlay.ts'
import { ProblemNotice } from '../ui/notice.tsx'
import { useFormat } from '../ui/use-format.ts'
import { liveWords } from '../words/live.ts'
import { type StepFlow, useLeftWords } from './left-words.ts'
import styles from './live.module.css'
import { TraceInvoice } from './trace-invoice.tsx'

const periods = [7, 30, 90] as const

/** The running files on the drawing, and step by step beside it: who stands, who came and left and why, what it brought. */
export function FilesPanel({ scenario }: { scenario: string }) {
  const say = useWords(liveWords)
  const [days, setDays] = useState<number>(30)
  const { data, error } = useRoute('flow', { id: scenario, query: { days } }, { keep: true, every: 30_000 })
  const nodes = useStudioState(({ document }) => document.nodes)
  useFilesOverlay(data?.steps)
  const steps = nodes.flatMap(({ id }) => data?.steps.filter(({ node }) => node === id) ?? [])
  return (
    <Stack gap="md">
      <div>
        <Text fw={600}>{say('title')}</Text>
        <Text size="sm" c="dimmed">
          {say('help')}
        </Text>
      </div>
      <TraceInvoice />
      <SegmentedControl
        size="xs"
        aria-label={say('period')}
        value={String(days)}
        onChange={(next) => setDays(Number(next))}
        data={periods.map((period) => ({ value: String(period), label: say(`period.${period}`) }))}
      />
      {error !== null && data === undefined && <ProblemNotice problem={error} />}
      {data === undefined && error === null && <Skeleton h={160} />}
      {data !== undefined && steps.length === 0 && <Nothing />}
      <ul className={styles.steps}>
        {steps.map((step) => (
          <StepRow key={step.node} scenario={scenario} step={step} />
        ))}
      </ul>
    </Stack>
  )
}

function Nothing() {
  const say = useWords(liveWords)
  return (
    <div>
      <Text size="sm">{say('none')}</Text>
      <Text size="sm" c="dimmed">
        {say('none-help')}
      </Text>
    </div>
  )
}

function StepRow({ scenario, step }: { scenario: string; step: StepFlow }) {
  const say = useWords(liveWords)
  const format = useFormat()
  const { read, sayWords } = useStudio()
  const focusStep = useStepFocus()
  const node = useStudioState(({ document }) => document.nodes.find(({ id }) => id === step.node))
  const left = useLeftWords(step)
  if (node === undefined) return null
  const query = new URLSearchParams({ scenario, step: step.node })
  const states = (['disputed', 'waiting', 'parked'] as const).filter((state) => step[state] > 0)
  return (
    <li className={styles.step}>
      <Anchor component="button" type="button" size="sm" c="inherit" ta="start" onClick={() => focusStep(node.id)}>
        {stepTitle(read(node), { sayWords })}
      </Anchor>
      {step.standing > 0 && (
        <Anchor component={Link} to={`/invoices?${query}`} size="sm" fw={600}>
          {say('standing', { count: step.standing })}
        </Anchor>
      )}
      <Text size="xs" c="dimmed">
        {[
          ...states.map((state) => say(state, { count: step[state] })),
          ...(step.entered > 0 ? [say('entered', { count: step.entered })] : []),
          ...left,
        ].join(' · ')}
      </Text>
      {Object.keys(step.recovered).length > 0 && (
        <Text size="xs" c="paid">
          {say('recovered', { amounts: format.amounts(step.recovered) })}
        </Text>
      )}
    </li>
  )
}

/** Files stay on the cards as long as the panel is open. */
function useFilesOverlay(steps: readonly StepFlow[] | undefined): void {
  const overlay = useOverlayStore()
  useEffect(() => {
    const shown = steps?.map(({ node, standing, disputed }) => [node, { standing, disputed }] as const) ?? []
    overlay.trigger.counted({ files: Object.fromEntries(shown) })
  }, [overlay, steps])
  useEffect(() => () => overlay.trigger.counted({ files: {} }), [overlay])
}
