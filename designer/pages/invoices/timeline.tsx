import { Anchor, Text } from '@mantine/core'
import type { TimelineEntry } from '@relance/runtime/contract/invoices'
import { findStage } from '@relance/templates/stages'
import { IconClockHour4 } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useRoute } from '../../client/queries.ts'
import { eventSentence } from '../../format/event-sentence.ts'
import { useWords } from '../../i18n/words.ts'
import { Empty, ProblemNotice } from '../../ui/notice.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { commonWords } from '../../words/common.ts'
import { invoicesWords } from '../../words/invoices.ts'
import styles from './timeline.module.css'
import { timelineFace } from './timeline-faces.ts'

const disputeReasons = ['price', 'quality', 'delivery', 'missing-invoice', 'missing-order', 'other'] as const

/** Every step of a file with its cause, the latest first. */
export function Timeline({ invoice }: { invoice: string }) {
  const say = useWords(invoicesWords)
  const { data, error, refetch } = useRoute('timeline', { id: invoice })
  if (error !== null) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  if (data.items.length === 0) {
    return (
      <Empty
        icon={<IconClockHour4 size={28} stroke={1.4} />}
        title={say('one.timeline')}
        help={say('one.timeline-empty')}
      />
    )
  }
  return (
    <ol className={styles.list} reversed>
      {data.items.toReversed().map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  )
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const say = useWords(invoicesWords)
  const sentence = useSentence()(entry)
  const format = useFormat()
  const [meaning, Icon] = timelineFace(entry.kind)
  return (
    <li className={styles.entry}>
      <span
        className={styles.icon}
        style={{ color: `var(--relance-${meaning}-text)`, background: `var(--relance-${meaning}-soft)` }}
      >
        <Icon size={16} stroke={1.8} aria-hidden />
      </span>
      <div className={styles.what}>
        <Text span>{sentence}</Text>
        <Text size="xs" c="dimmed" component="div">
          {format.author(entry.author) === 'Relance' ? say('one.by-relance') : entry.author}
          {entry.message !== null && (
            <>
              {' · '}
              <Anchor component={Link} to={`/messages/${encodeURIComponent(entry.message)}`} inherit underline="always">
                {say('one.see-message')}
              </Anchor>
            </>
          )}
        </Text>
      </div>
      <time className={styles.when} dateTime={entry.at} title={format.ago(entry.at)}>
        {format.instant(entry.at)}
      </time>
    </li>
  )
}

function useSentence(): (entry: TimelineEntry) => string {
  const sayCommon = useWords(commonWords)
  const { locale, zone } = useFormat()
  const words = (code: string) => {
    const reason = disputeReasons.find((one) => one === code)
    if (reason !== undefined) return sayCommon(`reason.${reason}`).toLocaleLowerCase(locale)
    return (findStage('email', code) ?? findStage('call', code))?.words[locale]
  }
  return (entry) => eventSentence(entry, { locale, zone, words })
}
