import { Text } from '@mantine/core'
import type { Problem } from '@relance/runtime/machine/types'
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import { useStudio } from '../canvas/studio-context.tsx'
import styles from './panels.module.css'
import { useExplain } from './use-explain.ts'

/** What is wrong, one line each. */
export function ProblemLines({ problems }: { problems: readonly Problem[] }) {
  const explain = useExplain()
  const { say } = useStudio()
  const open = problems.filter(({ code }) => code === 'outcome-not-wired').length
  // A call just added has seven outcomes to connect: the list below shows each, once is enough here.
  const others = open > 2 ? problems.filter(({ code }) => code !== 'outcome-not-wired') : problems
  if (problems.length === 0) return null
  return (
    <ul className={styles.lines}>
      {open > 2 && <ProblemLine severity="error">{say('problem.outcomes-not-wired', { count: open })}</ProblemLine>}
      {others.map((problem, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two problems may read alike
        <ProblemLine key={at} severity={problem.severity}>
          {explain(problem)}
        </ProblemLine>
      ))}
    </ul>
  )
}

function ProblemLine({ severity, children }: { severity: Problem['severity']; children: string }) {
  return (
    <li className={styles.line} data-severity={severity}>
      <SeverityIcon severity={severity} />
      <Text size="sm">{children}</Text>
    </li>
  )
}

export function SeverityIcon({ severity }: { severity: Problem['severity'] }) {
  const Icon = severity === 'error' ? IconCircleX : IconAlertTriangle
  return <Icon size={16} stroke={1.9} className={styles.severity} data-severity={severity} aria-hidden />
}
