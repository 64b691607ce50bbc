import type { z } from 'zod'
import type { Task as TaskView, taskOutcomeSchema } from '../contract/work.ts'
import { Task, type TaskDocument } from '../models/task.ts'
import { findTask, readTask } from './list-tasks.ts'
import type { Operator } from './ports.ts'
import { checkPromiseDate } from './promises.ts'
import { RefusedError } from './refused-error.ts'
import { settleTask } from './settle-task.ts'

type Answer = z.output<typeof taskOutcomeSchema>

/** A person's answer to a task, for every invoice that asked for it. Only the first answer counts. */
export async function answerTask(id: string, answer: Answer, operator: Operator): Promise<TaskView> {
  const task = await findTask(id)
  await checkAnswer(task, answer, operator)
  const { outcome: port, comment, promise = null, dispute = null } = answer
  const outcome = { port, comment, promise, dispute, at: operator.ports.now(), by: operator.author }
  const closed = await Task.findOneAndUpdate(
    { _id: id, state: 'open' },
    { $set: { state: 'done', outcome, told: false } },
    { returnDocument: 'after' },
  ).lean<TaskDocument>()
  if (!closed) throw new RefusedError('task-closed')
  await settleTask(closed, operator).catch((error) =>
    operator.ports.warn({ err: error, task: id }, 'an answer could not be told to every file; it will be told again'),
  )
  return readTask(id, operator)
}

async function checkAnswer(
  task: TaskDocument,
  { outcome, promise, dispute }: Answer,
  operator: Operator,
): Promise<void> {
  if (task.state !== 'open') throw new RefusedError('task-closed')
  const offered = task.outcomes.map(({ port }) => port)
  if (!offered.includes(outcome)) {
    throw new RefusedError('unknown-outcome', { values: { outcome, offered: offered.join(', ') } })
  }
  if (task.kind !== 'call') return
  if (outcome === 'promise' && !promise) throw new RefusedError('promise-missing')
  if (outcome === 'dispute' && !dispute) throw new RefusedError('dispute-missing')
  if (promise) await checkPromiseDate(promise.date, { entity: task.entity, ports: operator.ports })
}
