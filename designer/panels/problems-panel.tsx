import { Button, Group, Kbd, Stack, Text, UnstyledButton } from '@mantine/core'
import type { Problem } from '@relance/runtime/machine/types'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { stepTitle } from '../canvas/describe-step.ts'
import { useStudio, useStudioState } from '../canvas/studio-context.tsx'
import { useStepFocus } from '../canvas/use-step-focus.ts'
import styles from './panels.module.css'
import { SeverityIcon } from './problem-lines.tsx'
import { useExplain } from './use-explain.ts'

/** Everything to fix, errors first; each leads to its step, and « Suivant » walks through them. */
export function ProblemsPanel({ onScenario }: { onScenario: () => void }) {
  const { say } = useStudio()
  const problems = useStudioState((studio) => studio.problems)
  const focusStep = useStepFocus()
  const [at, setAt] = useState(-1)
  const sorted = [...problems].sort((left, right) => rank(left) - rank(right))
  const go = (index: number) => {
    setAt(index)
    const step = stepOf(sorted[index])
    if (step === undefined) onScenario()
    else focusStep(step)
  }
  if (sorted.length === 0) {
    return (
      <Stack align="center" ta="center" py="xl" gap="xs">
        <IconCircleCheck size={28} stroke={1.6} color="var(--relance-paid-text)" aria-hidden />
        <Text fw={600}>{say('problems.none')}</Text>
        <Text size="sm" c="dimmed">
          {say('problems.noneHelp')}
        </Text>
      </Stack>
    )
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {say('problems.count', { count: sorted.length })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => go((at + 1) % sorted.length)}>
          {say('problems.next')}
        </Button>
      </Group>
      {(['blocking', 'warning'] as const).map((group) => (
        <ProblemGroup key={group} group={group} sorted={sorted} at={at} onGo={go} />
      ))}
      <Text size="xs" c="dimmed">
        <Kbd size="xs">P</Kbd> {say('problems.key')}
      </Text>
    </Stack>
  )
}

interface GroupProps {
  readonly group: 'blocking' | 'warning'
  readonly sorted: readonly Problem[]
  readonly at: number
  readonly onGo: (index: number) => void
}

/** Those that forbid publishing, or those that only explain; each keeps its place in the walk through all. */
function ProblemGroup({ group, sorted, at, onGo }: GroupProps) {
  const { say } = useStudio()
  const own = [...sorted.entries()].filter(([, problem]) => (rank(problem) === 0) === (group === 'blocking'))
  if (own.length === 0) return null
  return (
    <section>
      <Text size="xs" fw={600} mb={4}>
        {say(`problems.${group}`, { count: own.length })}
      </Text>
      <ul className={styles.lines}>
        {own.map(([index, problem]) => (
          <li key={index}>
            <ProblemRow problem={problem} current={index === at} onGo={() => onGo(index)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ProblemRow({ problem, current, onGo }: { problem: Problem; current: boolean; onGo: () => void }) {
  const { say, sayWords, read } = useStudio()
  const explain = useExplain()
  const id = stepOf(problem)
  const node = useStudioState(({ document }) => document.nodes.find((one) => one.id === id))
  return (
    <UnstyledButton className={styles.problem} data-current={current || undefined} onClick={onGo}>
      <SeverityIcon severity={problem.severity} />
      <span>
        <Text size="sm">{explain(problem)}</Text>
        <Text size="xs" c="dimmed">
          {node === undefined ? say('problems.scenario') : stepTitle(read(node), { sayWords })}
        </Text>
      </span>
    </UnstyledButton>
  )
}

function rank({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1
}

function stepOf(problem: Problem | undefined): string | undefined {
  return problem?.node ?? problem?.edge?.source
}
