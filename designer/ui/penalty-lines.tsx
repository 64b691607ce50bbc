import type { PenaltyLineView } from '@relance/runtime/contract/law'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useWords } from '../i18n/words.ts'
import { lawWords } from '../words/law.ts'
import styles from './penalty-lines.module.css'
import { Tag } from './tag.tsx'
import { useFormat } from './use-format.ts'

interface PenaltyLinesProps {
  readonly lines: readonly PenaltyLineView[]
  readonly currency: string
}

/** How penalties come about: one line per half-year and balance, each with its days, its rate and where the rate comes from. */
export function PenaltyLines({ lines, currency }: PenaltyLinesProps) {
  const format = useFormat()
  const explain = useExplanation(currency)
  return (
    <ol className={styles.lines}>
      {lines.map((line) => (
        <li key={line.from}>
          <div className={styles.head}>
            <span>
              {format.shortDate(line.from)} – {format.shortDate(line.to)}
            </span>
            <span className="figure">{format.amount(line.amount, currency)}</span>
          </div>
          {explain(line).map((sentence) => (
            <div key={sentence} className={styles.why}>
              {sentence}
            </div>
          ))}
          {line.rate?.carried && <Carried />}
        </li>
      ))}
    </ol>
  )
}

function Carried() {
  const say = useWords(lawWords)
  return (
    <Tag meaning="confirm" icon={IconAlertTriangle}>
      {say('line.carried')}
    </Tag>
  )
}

function useExplanation(currency: string) {
  const say = useWords(lawWords)
  const format = useFormat()
  return ({ days: count, unpaid, rate }: PenaltyLineView): string[] => {
    if (rate === null) return [say('line.unknown', { count })]
    const reference = rate.reference === null ? '' : format.percent(rate.reference.value)
    return [
      say('line.days', { count, rate: format.percent(rate.rate), unpaid: format.amount(unpaid, currency) }),
      say(`line.${rate.basis}`, { reference }),
    ]
  }
}
