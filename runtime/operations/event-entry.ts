import { randomUUID } from 'node:crypto'
import type { EventKind } from '../domain/event-kinds.ts'
import type { Happening } from '../machine/types.ts'
import { insertOnce } from '../models/duplicate-key.ts'
import { Event } from '../models/event.ts'
import { holdsNow } from './holds-now.ts'
import type { Operator } from './ports.ts'

/** One line of the log about an item. A happening is signalled to the item's file until the file acknowledges it. */
export interface EventEntry {
  readonly id: string
  readonly at: Date
  readonly kind: EventKind
  readonly author: string
  readonly node?: string
  readonly task?: string
  readonly values: Readonly<Record<string, string | number | boolean | null>>
  readonly happening?: Happening
}

interface Owner {
  readonly _id: string
  readonly entity: string
  readonly debtor: string
}

/** Writes an entry about an item; harmless when it is already in the log. */
export async function writeEntry(entry: EventEntry, item: Owner): Promise<void> {
  const { id, happening, node = null, task = null, ...rest } = entry
  const record = {
    _id: id,
    ...rest,
    node,
    task,
    entity: item.entity,
    invoice: item._id,
    debtor: item.debtor,
    happening: happening ?? null,
    acknowledged: happening === undefined,
  }
  await insertOnce(() => Event.create(record))
}

/**
 * Signals an entry's happening to the item's file. Without a running file there is nobody to tell: a file that opens later
 * reads the facts. When Temporal does not answer the entry stays unacknowledged and the sweeper tells it again. Signals may
 * overtake each other, so what is told is what holds now, and told anew when that has changed meanwhile.
 */
export async function tellFile(
  { id, happening }: { readonly id: string; readonly happening?: Happening | null },
  { item, ports }: { item: string } & Pick<Operator, 'ports'>,
): Promise<void> {
  if (!happening) return
  try {
    let event = id
    let truth = await holdsNow(happening, item)
    while (truth) {
      if ((await ports.files.happen(item, { event, happening: truth })) === 'absent') break
      const later = await holdsNow(happening, item)
      if (later?.type === truth.type) return
      event = `${id}/${randomUUID()}`
      truth = later
    }
    await Event.updateOne({ _id: id }, { $set: { acknowledged: true } })
  } catch (error) {
    ports.warn({ err: error, event: id }, 'a business event could not be signalled; it will be told again')
  }
}
