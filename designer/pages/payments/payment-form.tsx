import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import type { Invoice } from '@relance/runtime/contract/invoices'
import { useState } from 'react'
import { freshKey } from '../../client/fresh-key.ts'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { AmountField, DateField } from '../../ui/fields.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { paymentsWords } from '../../words/payments.ts'

export interface Received {
  readonly amount: number
  readonly invoice: Invoice
}

/** A payment on one invoice: in full today unless somebody says otherwise. */
export function PaymentForm({ invoice, onDone }: { invoice: Invoice; onDone: (received: Received) => void }) {
  const say = useWords(paymentsWords)
  const format = useFormat()
  const { open, currency, number } = invoice
  const [amount, setAmount] = useState<number | null>(open)
  const [date, setDate] = useState<string | null>(format.today())
  const [reference, setReference] = useState('')
  // A second click, or a request sent twice, is the same payment.
  const [key] = useState(freshKey)
  const record = useChange('recordPayment', { changes: ['invoices', 'messages', 'tasks'] })
  const fault = amountFault({ amount, open })
  const late = date !== null && date > format.today()
  const submit = () =>
    record.mutate(
      { body: { invoice: invoice.id, amount: amount!, currency, date: date!, reference: reference.trim(), key } },
      { onSuccess: (recorded) => onDone({ amount: amount!, invoice: recorded.invoice }) },
    )
  return (
    <Stack
      component="form"
      gap="md"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Group grow align="flex-start" gap="md">
        <AmountField
          label={say('form.amount')}
          description={say('form.amount-help', { open: format.amount(open, currency) })}
          value={amount}
          onChange={setAmount}
          currency={currency}
          error={fault && say(`error.${fault}`, { open: format.amount(open, currency), number })}
        />
        <DateField
          label={say('form.date')}
          description={'\u00a0'}
          value={date}
          onChange={setDate}
          max={format.today()}
          error={late ? say('error.future') : undefined}
        />
      </Group>
      <TextInput
        label={say('form.reference')}
        placeholder={say('form.reference-help')}
        value={reference}
        onChange={({ currentTarget }) => setReference(currentTarget.value)}
        maxLength={140}
      />
      {fault === undefined && (
        <Text size="sm" c="dimmed" aria-live="polite">
          {amount === open
            ? say('effect.full')
            : say('effect.partial', { rest: format.amount(open - (amount ?? 0), currency) })}
        </Text>
      )}
      {record.error !== null && <ProblemNotice problem={record.error} />}
      <Button type="submit" loading={record.isPending} disabled={fault !== undefined || date === null || late}>
        {amount === null ? say('form.submit-none') : say('form.submit', { amount: format.amount(amount, currency) })}
      </Button>
    </Stack>
  )
}

function amountFault({ amount, open }: { amount: number | null; open: number }): 'amount' | 'too-much' | undefined {
  if (amount === null || amount <= 0) return 'amount'
  return amount > open ? 'too-much' : undefined
}
