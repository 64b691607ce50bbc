import { randomUUID } from 'node:crypto'
import { Debtor, type DebtorDocument } from '../../models/debtor.ts'
import { Desk } from '../../models/desk.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import { Message } from '../../models/message.ts'
import { holdOn } from '../../models/restraint.ts'
import { Task } from '../../models/task.ts'
import { enrolItems } from '../enrol-files.ts'
import { tellFile, writeEntry } from '../event-entry.ts'
import type { Operator } from '../ports.ts'

type Moved = Pick<DebtorDocument, '_id' | 'name' | 'segment'>

/**
 * What follows from a change of segment: the copies of it, files that a hold on the old segment kept, messages that wait under
 * the holds of the new one, invoices that followed no scenario yet. Done anew from the customer's record, so it may stop
 * anywhere and be done twice.
 */
export async function settleSegment(id: string, operator: Operator): Promise<void> {
  const debtor = await Debtor.findById(id, { segment: 1, name: 1 }).lean<Moved>()
  if (!debtor) return
  const { segment } = debtor
  await Item.updateMany({ debtor: id }, { $set: { segment, debtorName: debtor.name } })
  await Message.updateMany({ debtor: id, state: { $in: ['to-confirm', 'queued'] } }, { $set: { segment } })
  await Task.updateMany({ debtor: id, state: 'open' }, { $set: { segment } })
  await releaseFiles(id, operator)
  const desk = await Desk.findById(id, { messages: 1 }).lean()
  if (desk && desk.messages.length > 0) await operator.ports.files.recheck(id)
  const unfollowed = { debtor: id, type: 'invoice' as const, open: { $gt: 0 }, 'course.status': null }
  const invoices = await Item.find(unfollowed, { _id: 1 }).lean()
  await enrolItems(
    invoices.map(({ _id }) => _id),
    operator,
  )
  await Debtor.updateOne({ _id: id, segment }, { $set: { segmentSettled: true } })
}

/** Carries on what a stop left half-way. */
export async function sweepSegments(operator: Operator): Promise<void> {
  for (const { _id } of await Debtor.find({ segmentSettled: false }, { _id: 1 }).lean()) {
    await settleSegment(_id, operator)
  }
}

/** Files that a hold on the old segment kept are told that nothing holds them any more. */
async function releaseFiles(debtor: string, { ports, author }: Operator): Promise<void> {
  const held = { debtor, 'course.held': true, 'course.status': { $ne: 'ended' as const } }
  const read = { entity: 1, segment: 1, debtor: 1, issueDate: 1 }
  for (const item of await Item.find(held, read).lean<ItemDocument[]>()) {
    if ((await holdOn(item)) !== null) continue
    const id = `segment:${randomUUID()}`
    const told = { at: ports.now(), kind: 'file-released', author, values: {} } as const
    const entry = { id, ...told, happening: { type: 'RELEASED' } as const }
    await writeEntry(entry, item)
    await tellFile(entry, { item: item._id, ports })
  }
}
