import { useEntity } from '../../client/entity.ts'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { useFormat } from '../../ui/use-format.ts'
import { commonWords } from '../../words/common.ts'
import { todayWords } from '../../words/today.ts'
import { Panel, PanelLine } from './panel.tsx'

/** Lines shown before « tout voir ». */
const few = 4

export function ConfirmationsPanel() {
  const say = useWords(todayWords)
  const format = useFormat()
  const { code } = useEntity()
  const { data } = useRoute('messages', { query: { state: 'to-confirm', entity: code, limit: few } })
  const count = data?.total
  return (
    <Panel
      title={say('confirm.title')}
      count={count}
      none={say('confirm.none')}
      action={{ words: say('confirm.all', { count: count ?? 0 }), to: '/messages' }}
      primary
    >
      {data?.items.map(({ id, debtor, subject, overdue }) => (
        <PanelLine
          key={id}
          to={`/messages/${encodeURIComponent(id)}`}
          name={debtor.name}
          detail={subject}
          amount={format.amounts(overdue)}
        />
      ))}
    </Panel>
  )
}

export function CallsPanel() {
  const say = useWords(todayWords)
  const format = useFormat()
  const { code } = useEntity()
  const { data } = useRoute('tasks', { query: { state: 'open', entity: code, limit: few, sort: 'dueAt' } })
  const count = data?.total
  return (
    <Panel
      title={say('calls.title')}
      count={count}
      none={say('calls.none')}
      action={{ words: say('calls.all', { count: count ?? 0 }), to: '/calls' }}
      primary
    >
      {data?.items.map(({ id, debtor, title, overdue }) => (
        <PanelLine
          key={id}
          to={`/calls/${encodeURIComponent(id)}`}
          name={debtor.name}
          detail={title}
          amount={format.amounts(overdue)}
        />
      ))}
    </Panel>
  )
}

export function DisputesPanel() {
  const say = useWords(todayWords)
  const sayCommon = useWords(commonWords)
  const format = useFormat()
  const { code } = useEntity()
  const { data } = useRoute('invoices', { query: { state: 'disputed', entity: code, limit: few, sort: '-open' } })
  const count = data?.total
  return (
    <Panel
      title={say('disputes.title')}
      count={count}
      none={say('disputes.none')}
      action={{ words: say('disputes.all', { count: count ?? 0 }), to: '/invoices?state=disputed' }}
    >
      {data?.items.map(({ id, debtor, number, dispute, open, currency }) => (
        <PanelLine
          key={id}
          to={`/invoices/${encodeURIComponent(id)}`}
          name={debtor.name}
          detail={dispute === null ? number : `${number} · ${sayCommon(`reason.${dispute.reason}`)}`}
          amount={format.amount(open, currency)}
        />
      ))}
    </Panel>
  )
}

/** Only where something is stuck: it is no part of an ordinary day. */
export function ParkedPanel() {
  const say = useWords(todayWords)
  const format = useFormat()
  const { code } = useEntity()
  const { data } = useRoute('invoices', { query: { state: 'parked', entity: code, limit: few } })
  if (data === undefined || data.total === 0) return null
  return (
    <Panel
      title={say('parked.title')}
      count={data.total}
      none=""
      action={{ words: say('parked.all', { count: data.total }), to: '/invoices?state=parked' }}
    >
      {data.items.map(({ id, debtor, number, course, open, currency }) => (
        <PanelLine
          key={id}
          to={`/invoices/${encodeURIComponent(id)}`}
          name={debtor.name}
          detail={`${number} · ${format.text(course?.label ?? '')}`}
          amount={format.amount(open, currency)}
        />
      ))}
    </Panel>
  )
}
