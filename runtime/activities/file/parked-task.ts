import { Debtor } from '../../models/debtor.ts'
import { insertOnce } from '../../models/duplicate-key.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import { Task } from '../../models/task.ts'
import type { CourseNote } from '../../workflows/file-activities.ts'
import type { RunningVersion } from '../scenario-store.ts'
import type { Services } from '../services.ts'
import { parkedTaskWords } from './parked-task-words.ts'
import { stepLabel } from './step-label.ts'

interface Place {
  readonly item: Pick<ItemDocument, '_id' | 'course'>
  readonly version: RunningVersion
  readonly services: Pick<Services, 'registry'>
}

type Parked = NonNullable<CourseNote['parked']>

/**
 * A file that a publication left without a step is somebody's work: the collector of its debtor, else the role. The task goes
 * as soon as the file does.
 */
export async function keepParkedTask(parked: Parked | null, place: Place): Promise<void> {
  const { _id: invoice, course } = place.item
  const before = course?.parked as Parked | null | undefined
  if (before?.reason === 'unmapped') {
    await Task.updateOne({ _id: idOf(invoice, before), state: 'open' }, { $set: { state: 'cancelled' } })
  }
  if (parked?.reason === 'unmapped') await openTask(parked, place)
}

const idOf = (invoice: string, { node, visit }: { node: string; visit: number }) => `parked:${invoice}:${node}:${visit}`

async function openTask({ node, visit }: Parked, { item: { _id }, version, services }: Place): Promise<void> {
  const item = await Item.findById(_id, { entity: 1, debtor: 1, number: 1 }).lean()
  const debtor = item && (await Debtor.findById(item.debtor).lean())
  if (!item || !debtor) return
  const label = stepLabel(node, { document: version.document, registry: services.registry })
  const now = new Date()
  const id = idOf(_id, { node, visit })
  const isNew = await insertOnce(() =>
    Task.create({
      ...{ _id: id, kind: 'parked', state: 'open', entity: item.entity, debtor: debtor._id },
      ...{ debtorCode: debtor.code, debtorName: debtor.name, segment: debtor.segment, priority: 'high' },
      assignee: debtor.collector || 'collector',
      title: parkedTaskWords.title.fr.replace('{label}', label),
      requests: [{ key: id, invoice: _id, number: item.number, node, visit, level: 0 }],
      outcomes: parkedTaskWords.outcomes,
      ...{ createdAt: now, dueAt: now },
    }),
  )
  // Parked on the same step by a former publication too.
  if (!isNew) await Task.updateOne({ _id: id }, { $set: { state: 'open', outcome: null } })
}
