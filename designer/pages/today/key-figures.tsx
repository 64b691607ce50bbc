import { Text } from '@mantine/core'
import type { Figures } from '@relance/runtime/contract/portfolio'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/words.ts'
import { useFormat } from '../../ui/use-format.ts'
import { todayWords } from '../../words/today.ts'
import styles from './today.module.css'

/** Four figures that a finance director looks at first. */
export function KeyFigures({ figures }: { figures: Figures }) {
  const say = useWords(todayWords)
  const format = useFormat()
  const { currency, outstanding, overdue, overdueRate, dso, meanDelay, promises, sentLast30Days } = figures
  return (
    <section className={styles.figures}>
      <Figure name={say('figure.outstanding')} value={format.wholeAmount(outstanding, currency)}>
        {say('figure.sent', { count: sentLast30Days })}
      </Figure>
      <Figure name={say('figure.overdue')} value={format.wholeAmount(overdue, currency)} late={overdue > 0}>
        {say('figure.overdue-share', { rate: format.rate(overdueRate) })}
      </Figure>
      <Figure name={say('figure.dso')} value={say('figure.days', { days: format.number(dso, 1) })}>
        {say('figure.delay', { days: format.number(meanDelay, 1) })}
      </Figure>
      <Figure name={say('figure.promises')} value={format.wholeAmount(promises.amount, currency)}>
        {say('figure.promises-count', { count: promises.count })}
      </Figure>
    </section>
  )
}

interface FigureProps {
  readonly name: string
  readonly value: string
  readonly late?: boolean
  readonly children: ReactNode
}

function Figure({ name, value, late = false, children }: FigureProps) {
  return (
    <div className={styles.figure}>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text size="xl" fw={600} className="figure" c={late ? 'var(--relance-late-text)' : undefined}>
        {value}
      </Text>
      <Text size="xs" c="dimmed">
        {children}
      </Text>
    </div>
  )
}
