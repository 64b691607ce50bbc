import type { TaskDocument } from '../../models/task.ts'
import { todays } from '../calendar-day.ts'
import { changeItem } from '../change-item.ts'
import { writeEntry } from '../event-entry.ts'
import type { Operator } from '../ports.ts'

/** A declared claim interrupts the limitation of each of its invoices (C. com. L622-25-1); one given up is only told. */
export async function noteDeclaration(task: TaskDocument, operator: Operator): Promise<void> {
  const { port, comment, at, by } = task.outcome
  const date = (await todays(at))(task.entity)
  for (const { invoice } of task.requests) {
    const entry = { at, author: by as string, task: task._id }
    if (port !== 'declared') {
      const told = { ...entry, id: `answered:${task._id}:${invoice}`, kind: 'task-answered', values: { outcome: port } }
      await writeEntry(told as never, { _id: invoice, entity: task.entity, debtor: task.debtor })
      continue
    }
    const act = { id: `act:${task._id}:${invoice}`, kind: 'claim-declared', date, comment, at, by }
    await changeItem(
      {
        id: invoice,
        filter: { 'limitationActs.id': { $ne: act.id } },
        update: { $push: { limitationActs: act } },
        entry: { ...entry, id: act.id, kind: 'claim-declared', values: { date, comment } },
      },
      operator,
    )
  }
}
