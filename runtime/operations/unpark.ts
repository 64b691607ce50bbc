import { randomUUID } from 'node:crypto'
import type { Invoice } from '../contract/invoices.ts'
import { tellFile, writeEntry } from './event-entry.ts'
import type { Operator } from './ports.ts'
import { findItem, readInvoice } from './read-invoice.ts'
import { RefusedError } from './refused-error.ts'

/** A person's decision on the step where a file is parked: do it again, or pass over it. */
export async function unpark(
  id: string,
  { action }: { action: 'retry' | 'skip' },
  operator: Operator,
): Promise<Invoice> {
  const item = await findItem(id)
  const parked = item.course?.status === 'parked' ? item.course.parked : null
  if (!parked) throw new RefusedError('not-parked')
  const entry = {
    id: `unpark:${randomUUID()}`,
    at: operator.ports.now(),
    kind: action === 'retry' ? 'step-retried' : 'step-skip-asked',
    author: operator.author,
    node: parked.node,
    values: { reason: parked.reason },
    happening: { type: action === 'retry' ? 'RETRY' : 'SKIP', node: parked.node, visit: parked.visit },
  } as const
  await writeEntry(entry, item)
  await tellFile(entry, { item: id, ports: operator.ports })
  return readInvoice(id, operator)
}
