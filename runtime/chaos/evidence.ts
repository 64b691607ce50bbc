import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { Task } from '../models/task.ts'
import { acceptedMails } from './mail-log.ts'
import { type Evidence, isAside, isDeferred, isOver, type PlayedFile, type ToldMessage } from './oracle.ts'
import type { PlannedFile } from './plan.ts'
import { invoiceId, type Stage } from './play.ts'
import { reminders, restingPlace } from './scenario.ts'

/** All that is to be judged: what left, what the outside knows, what the product tells. */
export async function gather({ plan, ground, memory }: Stage): Promise<Evidence> {
  const [items, messages, tasks] = await Promise.all([
    Item.find({ type: 'invoice' }, { course: 1 }).lean(),
    Message.find({}, { state: 1, reason: 1, plannedAt: 1, requests: 1 }).lean(),
    Task.find({ kind: 'uncertain-send' }, { message: 1 }).lean(),
  ])
  const courses = new Map(items.map(({ _id, course }) => [_id, course]))
  const files = plan.waves
    .flatMap((wave) => wave.files)
    .map((file): PlayedFile => {
      const invoice = invoiceId(file.number)
      const { node = null, status = null, hash = null, carried = null } = courses.get(invoice) ?? {}
      const disputed = memory.disputes.get(file.number) ?? null
      const { number, debtor } = file
      const stands = { node, status, hash, carried: carried !== null }
      return { invoice, number, debtor, settledAt: settledAt(file, memory.paidAt), disputed, ...stands }
    })
  return {
    ...{ files, restingPlace, reminders, at: Date.now(), holds: memory.holds, versions: memory.versions },
    mails: acceptedMails(ground.mailLog),
    messages: messages.map(
      ({ _id, state, reason, plannedAt, requests }): ToldMessage => ({
        ...{ id: _id, state, reason: reason ?? null, plannedAt: plannedAt?.getTime() ?? null },
        steps: requests.map(({ invoice, node, visit, scenario, phase }) => ({ invoice, node, visit, scenario, phase })),
      }),
    ),
    asked: new Set(tasks.flatMap(({ message }) => message ?? [])),
  }
}

/** The last of its parts to be acknowledged settles an invoice. */
function settledAt({ payments }: PlannedFile, paidAt: ReadonlyMap<string, number>): number | null {
  if (payments.length === 0) return null
  return Math.max(...payments.map(({ key }) => paidAt.get(key) ?? Number.POSITIVE_INFINITY))
}

/** Whether nothing more will happen by itself: every file rests, has ended or waits for another day, and nobody is asked. */
export async function isAtRest(evidence: Evidence): Promise<boolean> {
  const { files, messages } = evidence
  if (messages.some(({ state }) => state === 'uncertain' || state === 'sending')) return false
  if (await Task.exists({ kind: 'uncertain-send', $or: [{ state: 'open' }, { told: false }] })) return false
  return files.every((file) => {
    if (isOver(file) || isDeferred(file, evidence) || isAside(file, evidence)) return true
    return file.settledAt === null && file.node === restingPlace
  })
}
