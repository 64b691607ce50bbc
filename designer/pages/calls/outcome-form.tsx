import { Button, Stack, Textarea } from '@mantine/core'
import type { Task } from '@relance/runtime/contract/work'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, type RequestOf } from '../../client/call.ts'
import { refresh } from '../../client/queries.ts'
import { useSayWords, useWords } from '../../i18n/words.ts'
import { delay } from '../../ui/delayed.tsx'
import { callsWords } from '../../words/calls.ts'
import { type Answer, DisputeFields, PromiseFields } from './outcome-details.tsx'
import { Outcomes } from './outcomes.tsx'

interface OutcomeFormProps {
  readonly task: Task
  readonly last: boolean
  readonly onAnswered: () => void
  readonly onUndone: () => void
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
