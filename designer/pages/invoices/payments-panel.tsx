import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import type { ResponseOf } from '@relance/runtime/contract/routes'
import { useState } from 'react'
import { useChange, useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { paymentsWords } from '../../words/payments.ts'

type Payment = ResponseOf<'invoicePayments'>['items'][number]

/** What an invoice was paid, and the way to take back a payment whose money went back. */
export function PaymentsPanel({ invoice }: { invoice: string }) {
  const say = useWords(paymentsWords)
  const format = useFormat()
  const [asked, setAsked] = useState<Payment | null>(null)
  const { data } = useRoute('invoicePayments', { id: invoice })
  if (data === undefined || data.items.length === 0) return null
  return (
    <Paper withBorder p="lg">
      <Stack gap="sm">
        <Title order={2}>{say('borne.title')}</Title>
        {data.items.map((payment) => (
          <Group key={payment.id} justify="space-between" wrap="nowrap">
            <Stack gap={0}>
              <Text className="figure">{format.amount(payment.amount, payment.currency)}</Text>
              <Text size="xs" c="dimmed">
                {[format.shortDate(payment.date), payment.reference].filter((part) => part !== '').join(' · ')}
              </Text>
            </Stack>
            <Button variant="default" size="compact-sm" className="no-print" onClick={() => setAsked(payment)}>
              {say('borne.reverse')}
            </Button>
          </Group>
        ))}
      </Stack>
      <SidePanel opened={asked !== null} onClose={() => setAsked(null)} title={say('borne.reverse-title')}>
        {asked !== null && <ReverseForm payment={asked} onDone={() => setAsked(null)} />}
      </SidePanel>
    </Paper>
  )
}

function ReverseForm({ payment, onDone }: { payment: Payment; onDone: () => void }) {
  const say = useWords(paymentsWords)
  const format = useFormat()
  const [reason, setReason] = useState('')
  const reverse = useChange('reversePayment', { changes: ['invoices', 'messages', 'tasks'] })
  return (
    <Stack
      component="form"
      gap="md"
      onSubmit={(event) => {
        event.preventDefault()
        reverse.mutate(
          { id: payment.id, body: { reason: reason.trim() } },
          {
            onSuccess: () => {
              onDone()
              told(say('borne.done'))
            },
          },
        )
      }}
    >
      <Text size="sm" c="dimmed">
        {say('borne.reverse-help')}
      </Text>
      <TextInput
        label={say('borne.reason')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        maxLength={500}
        data-autofocus
      />
      {reverse.error !== null && <ProblemNotice problem={reverse.error} />}
      <Button type="submit" loading={reverse.isPending}>
        {say('borne.submit', { amount: format.amount(payment.amount, payment.currency) })}
      </Button>
    </Stack>
  )
}
