import { Button, Select, Stack, Text, Textarea } from '@mantine/core'
import type { Invoice } from '@relance/runtime/contract/invoices'
import { type ReactNode, useState } from 'react'
import type { Problem } from '../../client/problem.ts'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { type DisputeReason, useDisputeReasons } from '../../ui/dispute-reasons.ts'
import { AmountField, DateField } from '../../ui/fields.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { invoicesWords } from '../../words/invoices.ts'

interface FormProps {
  readonly invoice: Invoice
  readonly onDone: () => void
}

const changes = ['invoices', 'messages', 'tasks'] as const

interface FrameProps {
  readonly help: string
  readonly submit: string
  readonly ready: boolean
  readonly pending: boolean
  readonly problem: Problem | null
  readonly onSubmit: () => void
  readonly children: ReactNode
}

function Frame({ help, submit, ready, pending, problem, onSubmit, children }: FrameProps) {
  return (
    <Stack
      component="form"
      gap="md"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Text size="sm" c="dimmed">
        {help}
      </Text>
      {children}
      {problem !== null && <ProblemNotice problem={problem} />}
      <Button type="submit" loading={pending} disabled={!ready}>
        {submit}
      </Button>
    </Stack>
  )
}

export function DisputeForm({ invoice, onDone }: FormProps) {
  const say = useWords(invoicesWords)
  const reasons = useDisputeReasons()
  const [reason, setReason] = useState<DisputeReason | null>(null)
  const [comment, setComment] = useState('')
  const open = useChange('openDispute', { changes })
  const submit = () =>
    open.mutate(
      { body: { invoice: invoice.id, reason: reason!, comment } },
      {
        onSuccess: () => {
          onDone()
          told(say('dispute.done', { number: invoice.number }))
        },
      },
    )
  return (
    <Frame
      help={say('dispute.help')}
      submit={say('dispute.submit')}
      ready={reason !== null}
      pending={open.isPending}
      problem={open.error}
      onSubmit={submit}
    >
      <Select
        label={say('dispute.reason')}
        data={reasons}
        value={reason}
        onChange={(value) => setReason(value as DisputeReason | null)}
        data-autofocus
      />
      <Textarea
        label={say('dispute.comment')}
        autosize
        minRows={3}
        maxLength={2_000}
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
    </Frame>
  )
}

export function ResolveForm({ invoice, onDone }: FormProps) {
  const say = useWords(invoicesWords)
  const [comment, setComment] = useState('')
  const resolve = useChange('resolveDispute', { changes })
  const submit = () =>
    resolve.mutate(
      { id: invoice.id, body: { comment } },
      {
        onSuccess: () => {
          onDone()
          told(say('resolve.done', { number: invoice.number }))
        },
      },
    )
  return (
    <Frame
      help={say('resolve.help')}
      submit={say('resolve.submit')}
      ready
      pending={resolve.isPending}
      problem={resolve.error}
      onSubmit={submit}
    >
      <Textarea
        label={say('resolve.comment')}
        autosize
        minRows={3}
        maxLength={2_000}
        data-autofocus
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
    </Frame>
  )
}

export function PromiseForm({ invoice, onDone }: FormProps) {
  const say = useWords(invoicesWords)
  const format = useFormat()
  const [date, setDate] = useState<string | null>(null)
  const [amount, setAmount] = useState<number | null>(invoice.open)
  const [comment, setComment] = useState('')
  const promise = useChange('recordPromise', { changes })
  const submit = () =>
    promise.mutate(
      { body: { invoice: invoice.id, date: date!, amount: amount!, comment } },
      {
        onSuccess: () => {
          onDone()
          told(say('promise.done', { date: format.date(date!) }))
        },
      },
    )
  return (
    <Frame
      help={say('promise.help')}
      submit={say('promise.submit')}
      ready={date !== null && amount !== null && amount > 0}
      pending={promise.isPending}
      problem={promise.error}
      onSubmit={submit}
    >
      <DateField label={say('promise.date')} value={date} onChange={setDate} min={format.today()} autoFocus />
      <AmountField label={say('promise.amount')} value={amount} onChange={setAmount} currency={invoice.currency} />
      <Textarea
        label={say('promise.comment')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
      />
    </Frame>
  )
}
