import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type {
  openThreadSchema,
  replySchema,
  settleThreadSchema,
  Thread as ThreadView,
  threadListSchema,
} from '../contract/comments.ts'
import { mentionsIn } from '../domain/mentions.ts'
import { type CommentRecord, Thread, type ThreadRecord } from '../models/thread.ts'
import { colleagueNames } from './colleagues.ts'
import type { Operator } from './ports.ts'
import { findScenario } from './read-scenarios.ts'
import { RefusedError } from './refused-error.ts'

/** What was said about the steps of a scenario, the oldest thread first. */
export async function listThreads(scenario: string): Promise<z.output<typeof threadListSchema>> {
  const found = await Thread.find({ scenario }).sort({ openedAt: 1 }).lean<ThreadRecord[]>()
  return { items: found.map(threadView) }
}

/** Begins a thread at a step. The step may be one that is drawn but not saved yet. */
export async function openThread(
  scenario: string,
  { node, text }: z.output<typeof openThreadSchema>,
  operator: Operator,
): Promise<ThreadView> {
  await findScenario(scenario)
  const comment = await commentBy(operator, text)
  const thread = { _id: randomUUID(), scenario, node, openedAt: comment.at, comments: [comment], resolved: null }
  await Thread.create(thread)
  return threadView(thread)
}

/** Answers in a thread; a resolved one is open again. */
export async function replyToThread(
  id: string,
  { text }: z.output<typeof replySchema>,
  operator: Operator,
): Promise<ThreadView> {
  const comment = await commentBy(operator, text)
  return changeThread(id, { $push: { comments: comment }, $set: { resolved: null } })
}

/** Resolves a thread, or opens it again. */
export function settleThread(
  id: string,
  { resolved }: z.output<typeof settleThreadSchema>,
  operator: Operator,
): Promise<ThreadView> {
  const by = { by: operator.author, at: operator.ports.now() }
  return changeThread(id, { $set: { resolved: resolved ? by : null } })
}

async function changeThread(id: string, change: object): Promise<ThreadView> {
  const thread = await Thread.findOneAndUpdate({ _id: id }, change, { returnDocument: 'after' }).lean<ThreadRecord>()
  if (!thread) throw new RefusedError('not-found', { values: { id } })
  return threadView(thread)
}

async function commentBy({ author, ports }: Operator, text: string): Promise<CommentRecord> {
  const mentions = text.includes('@') ? mentionsIn(text, { names: await colleagueNames() }) : []
  return { id: randomUUID(), at: ports.now(), by: author, text, mentions }
}

function threadView({ _id, scenario, node, comments, resolved }: Omit<ThreadRecord, 'openedAt'>): ThreadView {
  return {
    id: _id,
    scenario,
    node,
    comments: comments.map(({ at, mentions, ...rest }) => ({
      ...rest,
      at: at.toISOString(),
      mentions: [...mentions],
    })),
    resolved: resolved && { by: resolved.by, at: resolved.at.toISOString() },
  }
}
