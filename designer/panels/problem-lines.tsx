import { Text } from '@mantine/core'
import type { Problem } from '@relance/runtime/machine/types'
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react'
import styles from './panels.module.css'
import { useExplain } from './use-explain.ts'

/** What is wrong, one line each. */
export function ProblemLines({ problems }: { problems: readonly Problem[] }) {
  const explain = useExplain()
  if (problems.length === 0) return null
  return (
    <ul className={styles.lines}>
      {problems.map((problem, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two problems may read alike
        <li key={at} className={styles.line} data-severity={problem.severity}>
          <SeverityIcon severity={problem.severity} />
          <Text size="sm">{explain(problem)}</Text>
        </li>
      ))}
    </ul>
  )
}

export function SeverityIcon({ severity }: { severity: Problem['severity'] }) {
  const Icon = severity === 'error' ? IconCircleX : IconAlertTriangle
  return <Icon size={16} stroke={1.9} className={styles.severity} data-severity={severity} aria-hidden />
}
