import { Stack, Text } from '@mantine/core'
import type { MessageSummary } from '@relance/runtime/contract/work'
import { useMemo } from 'react'
import { useWords } from '../../i18n/words.ts'
import { MessageState } from '../../ui/states.tsx'
import type { Column } from '../../ui/table-column.ts'
import { useFormat } from '../../ui/use-format.ts'
import { useReasonWords } from '../../ui/use-reason-words.ts'
import { messagesWords } from '../../words/messages.ts'

/** The columns of every list of messages; `own` leaves out the customer on the customer's own page. */
export function useMessageColumns({ own = false }: { own?: boolean } = {}): readonly Column<MessageSummary>[] {
  const say = useWords(messagesWords)
  const format = useFormat()
  const sayReason = useReasonWords()
  return useMemo(() => {
    const columns: Column<MessageSummary>[] = [
      {
        id: 'customer',
        header: say('column.customer'),
        cell: ({ debtor }) => debtor.name,
        text: ({ debtor }) => debtor.name,
        sort: 'debtor',
        card: 'title',
      },
      {
        id: 'subject',
        header: say('column.subject'),
        cell: ({ subject, to }) => (
          <Stack gap={0}>
            <Text inherit lineClamp={1}>
              {subject}
            </Text>
            <Text size="xs" c="dimmed" lineClamp={1}>
              {to.address === '' ? say('no-address') : `${to.name} · ${to.address}`}
            </Text>
          </Stack>
        ),
        text: ({ subject }) => subject,
        card: own ? 'title' : 'line',
      },
      {
        id: 'invoices',
        header: say('column.invoices'),
        cell: ({ invoices }) => invoices.length,
        align: 'right',
      },
      {
        id: 'overdue',
        header: say('column.overdue'),
        cell: ({ overdue }) => format.amounts(overdue),
        align: 'right',
        card: 'end',
      },
      {
        id: 'state',
        header: say('column.state'),
        cell: ({ state, reason }) => (
          <Stack gap={2} align="flex-start">
            <MessageState state={state} />
            {reason !== null && (
              <Text size="xs" c="dimmed">
                {sayReason(reason)}
              </Text>
            )}
          </Stack>
        ),
        card: 'foot',
      },
      {
        id: 'planned',
        header: say('column.planned'),
        cell: ({ sentAt, plannedAt, createdAt }) => format.instant(sentAt ?? plannedAt ?? createdAt),
        sort: 'plannedAt',
        align: 'right',
        card: 'foot',
      },
    ]
    return own ? columns.filter(({ id }) => id !== 'customer') : columns
  }, [say, format, sayReason, own])
}
