import { Button, Checkbox, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import type { Invoice } from '@relance/runtime/contract/invoices'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { allocate } from '@relance/runtime/domain/law/allocate'
import { useState } from 'react'
import { freshKey } from '../../client/fresh-key.ts'
import { useChange, useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { AmountField, DateField } from '../../ui/fields.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { accountWords } from '../../words/account.ts'

interface AccountPaymentFormProps {
  readonly debtor: Debtor
  readonly onDone: () => void
}

/** Money that a customer paid on account: which invoices it pays is shown before it is recorded. */
export function AccountPaymentForm({ debtor, onDone }: AccountPaymentFormProps) {
  const { data, error } = useRoute('invoices', { query: { debtor: debtor.id, limit: 500, sort: 'dueDate' } })
  if (error !== null) return <ProblemNotice problem={error} />
  if (data === undefined) return <Skeleton height={240} aria-hidden />
  const open = data.items.filter((item) => item.type === 'invoice' && item.open > 0)
  return <Form debtor={debtor} invoices={open} onDone={onDone} />
}

function Form({ debtor, invoices, onDone }: AccountPaymentFormProps & { invoices: readonly Invoice[] }) {
  const say = useWords(accountWords)
  const format = useFormat()
  const currency = invoices[0]?.currency ?? 'EUR'
  const [amount, setAmount] = useState<number | null>(null)
  const [date, setDate] = useState<string | null>(format.today())
  const [reference, setReference] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [key] = useState(freshKey)
  const pay = useChange('payAccount', { changes: ['invoices', 'messages', 'tasks'] })
  const isLate = date !== null && date > format.today()
  const isReady = amount !== null && amount > 0 && date !== null && !isLate
  const submit = () =>
    pay.mutate(
      {
        id: debtor.id,
        body: { amount: amount!, currency, date: date!, reference: reference.trim(), key, chosen: [...chosen] },
      },
      {
        onSuccess: () => {
          onDone()
          told(say('pay.done', { amount: format.amount(amount!, currency) }))
        },
      },
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
      <Text size="sm" c="dimmed">
        {say('pay.help')}
      </Text>
      <Group grow align="flex-start">
        <AmountField
          label={say('pay.amount')}
          value={amount}
          onChange={setAmount}
          currency={currency}
          error={amount !== null && amount <= 0 ? say('pay.error') : undefined}
        />
        <DateField
          label={say('pay.date')}
          value={date}
          onChange={setDate}
          max={format.today()}
          error={isLate ? say('pay.future') : undefined}
        />
      </Group>
      <TextInput
        label={say('pay.reference')}
        placeholder={say('pay.reference-help')}
        value={reference}
        onChange={({ currentTarget }) => setReference(currentTarget.value)}
        maxLength={140}
      />
      <Shares
        invoices={invoices.filter((invoice) => invoice.currency === currency)}
        amount={amount ?? 0}
        date={date ?? format.today()}
        chosen={chosen}
        onChoose={setChosen}
      />
      {pay.error !== null && <ProblemNotice problem={pay.error} />}
      <Button type="submit" loading={pay.isPending} disabled={!isReady}>
        {amount === null ? say('pay.submit-none') : say('pay.submit', { amount: format.amount(amount, currency) })}
      </Button>
    </Stack>
  )
}

interface SharesProps {
  readonly invoices: readonly Invoice[]
  readonly amount: number
  readonly date: string
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
}

/** The open invoices with what each would get; the server counts by the same rule. */
function Shares({ invoices, amount, date, chosen, onChoose }: SharesProps) {
  const say = useWords(accountWords)
  const format = useFormat()
  const debts = invoices
    .filter(({ id, dispute }) => dispute === null || chosen.includes(id))
    .map(({ id, dueDate, issueDate, open: principal }) => ({ id, dueDate, issueDate, principal, interest: 0, rate: 0 }))
  const { shares, rest } = allocate(amount, { debts, today: date, chosen })
  const currency = invoices[0]?.currency ?? 'EUR'
  return (
    <Checkbox.Group
      label={say('pay.chosen')}
      description={say('pay.chosen-help')}
      value={[...chosen]}
      onChange={onChoose}
    >
      <Stack gap="sm" mt="sm">
        {invoices.map(({ id, number, dueDate, open, dispute }) => {
          const share = shares.find((one) => one.id === id)?.principal ?? 0
          const due = say('pay.due', { date: format.shortDate(dueDate), open: format.amount(open, currency) })
          return (
            <Group key={id} justify="space-between" wrap="nowrap" align="flex-start">
              <Checkbox
                value={id}
                label={number}
                description={dispute === null ? due : `${due} (${say('pay.disputed')})`}
              />
              <Text size="sm" fw={share > 0 ? 600 : 400} c={share > 0 ? undefined : 'dimmed'} className="figure">
                {format.amount(share, currency)}
              </Text>
            </Group>
          )
        })}
        {rest > 0 && (
          <Text size="sm" aria-live="polite">
            {say('pay.rest', { rest: format.amount(rest, currency) })}
          </Text>
        )}
      </Stack>
    </Checkbox.Group>
  )
}
