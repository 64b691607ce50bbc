import { Desk } from '../../models/desk.ts'
import type { ItemDocument } from '../../models/item.ts'
import { Task } from '../../models/task.ts'

/** Takes an invoice out of calls that no longer concern it, as its file has gone on to `visit` or, with null, is over. */
export async function withdrawTasks(
  item: Pick<ItemDocument, '_id' | 'debtor'>,
  { visit }: { visit: number | null },
): Promise<void> {
  const desk = await Desk.findById(item.debtor).lean()
  const tasks = await Task.find({
    _id: { $in: desk?.tasks ?? [] },
    state: { $in: ['open', 'waiting'] },
    kind: 'call',
  }).lean()
  for (const { _id, requests } of tasks) {
    const stale = requests.filter((request) => request.invoice === item._id && request.visit !== visit)
    if (stale.length === 0) continue
    for (const { key } of stale)
      await Task.updateOne({ _id, state: { $in: ['open', 'waiting'] } }, { $pull: { requests: { key } } })
    const emptied = await Task.updateOne(
      { _id, state: { $in: ['open', 'waiting'] }, requests: { $size: 0 } },
      { $set: { state: 'cancelled' } },
    )
    if (emptied.modifiedCount > 0) await Desk.updateOne({ _id: item.debtor }, { $pull: { tasks: _id } })
  }
}
