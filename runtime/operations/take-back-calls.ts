import { heldReasons } from '../domain/desk/last-look.ts'
import { Desk } from '../models/desk.ts'
import { Item } from '../models/item.ts'
import type { RestraintDocument } from '../models/restraint.ts'
import { Task } from '../models/task.ts'
import { writeEntry } from './event-entry.ts'
import type { Operator } from './ports.ts'

/** Takes prior claims out of the calls that were planned: nobody is called about what the law forbids to pay. */
export async function takeBackCalls(
  { _id: mark, target: debtor, issuedUntil }: Pick<RestraintDocument, '_id' | 'target' | 'issuedUntil'>,
  { ports, author }: Operator,
): Promise<void> {
  const reason = heldReasons.insolvency
  for (const { _id, requests } of await Task.find({
    debtor,
    kind: 'call',
    state: { $in: ['open', 'waiting'] },
  }).lean()) {
    const asked = { _id: { $in: requests.map(({ invoice }) => invoice) }, issueDate: { $lte: issuedUntil } }
    const prior = new Map((await Item.find(asked, { entity: 1, debtor: 1 }).lean()).map((item) => [item._id, item]))
    for (const { key, invoice, node, visit } of requests) {
      const item = prior.get(invoice)
      if (!item) continue
      const at = ports.now()
      const entry = { id: `withdrawn:${_id}:${key}:${mark}`, at, kind: 'task-withdrawn', author, task: _id } as const
      await writeEntry({ ...entry, node, values: { reason } }, item)
      await ports.files.answer(invoice, { node, visit, outcome: 'held', reason })
      await Task.updateOne({ _id }, { $pull: { requests: { key } } })
    }
    const empty = { _id, state: { $in: ['open', 'waiting'] }, requests: { $size: 0 } } as const
    const emptied = await Task.updateOne(empty, { $set: { state: 'cancelled' } })
    if (emptied.modifiedCount > 0) await Desk.updateOne({ _id: debtor }, { $pull: { tasks: _id } })
  }
}
