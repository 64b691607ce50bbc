import { Button, Group, Kbd, Select, Stack, Text, Textarea, Title, UnstyledButton } from '@mantine/core'
import type { Task } from '@relance/runtime/contract/work'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call, type RequestOf } from '../../client/call.ts'
import { refresh } from '../../client/queries.ts'
import { useSayWords, useWords } from '../../i18n/words.ts'
import { delay } from '../../ui/delayed.tsx'
import { type DisputeReason, useDisputeReasons } from '../../ui/dispute-reasons.ts'
import { AmountField, DateField } from '../../ui/fields.tsx'
import { isTyping } from '../../ui/is-typing.ts'
import { useFormat } from '../../ui/use-format.ts'
import { callsWords } from '../../words/calls.ts'
import styles from './calls.module.css'

interface OutcomeFormProps {
  readonly task: Task
  readonly last: boolean
  readonly onAnswered: () => void
  readonly onUndone: () => void
}

interface Answer {
  readonly port: string | null
  readonly date: string | null
  readonly amount: number | null
  readonly reason: DisputeReason | null
  readonly comment: string
}

/** How the call went; it leaves for the server five seconds later, unless it is called back. */
export function OutcomeForm({ task, last, onAnswered, onUndone }: OutcomeFormProps) {
  const say = useWords(callsWords)
  const [answer, setAnswer] = useState<Answer>({ port: null, date: null, amount: null, reason: null, comment: '' })
  const change = (part: Partial<Answer>) => setAnswer((before) => ({ ...before, ...part }))
  const send = useSend(task, { onAnswered, onUndone })
  return (
    <Stack
      component="form"
      gap="md"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady(answer)) send(answer)
      }}
    >
      <Outcomes task={task} chosen={answer.port} onChoose={(port) => change({ port })} />
      {answer.port === 'promise' && <PromiseFields task={task} answer={answer} onChange={change} />}
      {answer.port === 'dispute' && <DisputeFields answer={answer} onChange={change} />}
      {answer.port !== null && (
        <>
          <Textarea
            label={say('comment')}
            placeholder={say('comment.placeholder')}
            autosize
            minRows={1}
            maxRows={6}
            maxLength={2_000}
            value={answer.comment}
            onChange={({ currentTarget }) => change({ comment: currentTarget.value })}
          />
          <Button type="submit" disabled={!isReady(answer)} w="fit-content">
            {say(last ? 'send.last' : 'send')}
          </Button>
        </>
      )}
    </Stack>
  )
}

function isReady({ port, date, reason }: Answer): boolean {
  if (port === 'promise') return date !== null
  if (port === 'dispute') return reason !== null
  return port !== null
}

function bodyOf({ port, date, amount, reason, comment }: Answer): RequestOf<'taskOutcome'>['body'] {
  return {
    outcome: port!,
    comment: comment.trim(),
    ...(port === 'promise' ? { promise: { date: date!, ...(amount === null ? {} : { amount }) } } : {}),
    ...(port === 'dispute' ? { dispute: { reason: reason! } } : {}),
  }
}

function useSend(task: Task, { onAnswered, onUndone }: Pick<OutcomeFormProps, 'onAnswered' | 'onUndone'>) {
  const say = useWords(callsWords)
  const sayWords = useSayWords()
  const client = useQueryClient()
  return (answer: Answer) => {
    const outcome = task.outcomes.find(({ port }) => port === answer.port)
    const post = async () => {
      try {
        await call('taskOutcome', { id: task.id, body: bodyOf(answer) })
      } catch (problem) {
        onUndone()
        throw problem
      }
      refresh(client, ['tasks', 'invoices', 'messages'])
    }
    delay({
      words: say('sending', {
        debtor: task.debtor.name,
        outcome: outcome === undefined ? '' : sayWords(outcome.words),
      }),
      run: post,
      onUndo: onUndone,
    })
    onAnswered()
  }
}

interface OutcomesProps {
  readonly task: Task
  readonly chosen: string | null
  readonly onChoose: (port: string) => void
}

function Outcomes({ task: { outcomes }, chosen, onChoose }: OutcomesProps) {
  const say = useWords(callsWords)
  const sayWords = useSayWords()
  const frame = useRef<HTMLDivElement>(null)
  useNumberKeys(outcomes.length, (at) => {
    onChoose(outcomes[at]!.port)
    frame.current?.querySelectorAll<HTMLElement>('[role="radio"]')[at]?.focus()
  })
  return (
    <Stack gap="sm">
      <Group gap="sm" align="baseline">
        <Title order={2} id="outcome">
          {say('outcome')}
        </Title>
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {say('outcome.hint', { count: outcomes.length })}
        </Text>
      </Group>
      <div ref={frame} className={styles.outcomes} role="radiogroup" aria-labelledby="outcome">
        {outcomes.map(({ port, words }, at) => (
          <UnstyledButton
            key={port}
            role="radio"
            aria-checked={port === chosen}
            className={styles.outcome}
            onClick={() => onChoose(port)}
          >
            <Kbd size="xs" visibleFrom="sm" aria-hidden>
              {at + 1}
            </Kbd>
            <span>{capital(sayWords(words))}</span>
          </UnstyledButton>
        ))}
      </div>
    </Stack>
  )
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

function useNumberKeys(count: number, onKey: (at: number) => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const at = Number(event.key) - 1
      if (!Number.isInteger(at) || at < 0 || at >= count) return
      event.preventDefault()
      onKey(at)
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  })
}

interface PartProps {
  readonly answer: Answer
  readonly onChange: (part: Partial<Answer>) => void
}

function PromiseFields({ task, answer, onChange }: PartProps & { task: Task }) {
  const say = useWords(callsWords)
  const format = useFormat()
  const currency = task.invoices[0]?.currency ?? 'EUR'
  return (
    <Group align="flex-start" gap="md">
      <DateField
        label={say('outcome.date')}
        description={'\u00a0'}
        value={answer.date}
        onChange={(date) => onChange({ date })}
        min={format.today()}
      />
      <AmountField
        label={say('outcome.amount')}
        description={say('outcome.amount-help')}
        value={answer.amount}
        onChange={(amount) => onChange({ amount })}
        currency={currency}
      />
    </Group>
  )
}

function DisputeFields({ answer, onChange }: PartProps) {
  const say = useWords(callsWords)
  const reasons = useDisputeReasons()
  return (
    <Select
      label={say('outcome.reason')}
      data={reasons}
      value={answer.reason}
      onChange={(value) => onChange({ reason: value as DisputeReason | null })}
      maw={320}
    />
  )
}
