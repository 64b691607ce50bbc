import { Stack, Text } from '@mantine/core'
import type { Invoice } from '@relance/runtime/contract/invoices'
import { useMemo } from 'react'
import { useWords } from '../../i18n/words.ts'
import { ItemState, SegmentName } from '../../ui/states.tsx'
import type { Column } from '../../ui/table-column.ts'
import { useFormat } from '../../ui/use-format.ts'
import { invoicesWords } from '../../words/invoices.ts'

/** The columns of every list of invoices; `own` leaves out the customer on the customer's own page. */
export function useInvoiceColumns({ own = false }: { own?: boolean } = {}): readonly Column<Invoice>[] {
  const say = useWords(invoicesWords)
  const format = useFormat()
  return useMemo(() => {
    const columns: Column<Invoice>[] = [
      {
        id: 'number',
        header: say('column.number'),
        cell: ({ number }) => number,
        text: ({ number }) => number,
        sort: 'number',
        card: own ? 'title' : 'line',
      },
      {
        id: 'customer',
        header: say('column.customer'),
        cell: ({ debtor }) => debtor.name,
        sort: 'debtor',
        card: 'title',
      },
      { id: 'segment', header: say('column.segment'), cell: ({ debtor }) => <SegmentName segment={debtor.segment} /> },
      {
        id: 'state',
        header: say('column.state'),
        cell: (invoice) => (
          <Stack gap={2} align="flex-start">
            <ItemState item={invoice} />
            {invoice.open > 0 && invoice.course?.carrier && (
              <Text size="xs" c="dimmed">
                {say('carried-by', { number: invoice.course.carrier.number })}
              </Text>
            )}
          </Stack>
        ),
        card: 'foot',
      },
      {
        id: 'due',
        header: say('column.due'),
        cell: ({ dueDate }) => format.date(dueDate),
        sort: 'dueDate',
        align: 'right',
      },
      {
        id: 'delay',
        header: say('column.delay'),
        cell: (invoice) => <Delay invoice={invoice} />,
        sort: 'daysLate',
        align: 'right',
        card: 'foot',
      },
      {
        id: 'issued',
        header: say('column.issued'),
        cell: ({ issueDate }) => format.date(issueDate),
        sort: 'issueDate',
        align: 'right',
      },
      {
        id: 'amount',
        header: say('column.amount'),
        cell: ({ amount, currency }) => format.amount(amount, currency),
        sort: 'amount',
        align: 'right',
      },
      {
        id: 'open',
        header: say('column.open'),
        cell: ({ open, currency }) => (
          <Text span inherit fw={500}>
            {format.amount(open, currency)}
          </Text>
        ),
        sort: 'open',
        align: 'right',
        card: 'end',
      },
      {
        id: 'course',
        header: say('column.course'),
        cell: ({ course }) => format.text(course?.label ?? ''),
      },
      {
        id: 'next',
        header: say('column.next'),
        cell: ({ course }) => (course?.nextAt == null ? '' : format.instant(course.nextAt)),
        align: 'right',
      },
    ]
    return own ? columns.filter(({ id }) => id !== 'customer' && id !== 'segment') : columns
  }, [say, format, own])
}

/** Columns that a first visit leaves out. */
export const usuallyHidden = ['issued', 'amount', 'segment']

/** « J+8 » while something is still owed. */
export function Delay({ invoice: { daysLate, open } }: { invoice: Pick<Invoice, 'daysLate' | 'open'> }) {
  const format = useFormat()
  if (open <= 0) return null
  return (
    <Text span inherit c={daysLate > 0 ? 'var(--relance-late-text)' : 'dimmed'} title={format.delay(daysLate)}>
      {format.delayShort(daysLate)}
    </Text>
  )
}
