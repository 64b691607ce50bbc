import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Invoice, unparkRequestSchema } from '../contract/invoices.ts'
import { chartOf } from '../machine/describe.ts'
import { stepWords } from '../machine/diff/diff-scenarios.ts'
import type { ItemDocument } from '../models/item.ts'
import { tellFile, writeEntry } from './event-entry.ts'
import type { Operator } from './ports.ts'
import { findItem, readInvoice } from './read-invoice.ts'
import { findScenario } from './read-scenarios.ts'
import { RefusedError } from './refused-error.ts'
import { findVersions } from './versions/read-versions.ts'

type Decision = z.output<typeof unparkRequestSchema>

/** A person's decision on the step where a file is parked: do it again, pass over it, or go on at another one. */
export async function unpark(id: string, decision: Decision, operator: Operator): Promise<Invoice> {
  const item = await findItem(id)
  const parked = item.course?.status === 'parked' ? item.course.parked : null
  if (!parked) throw new RefusedError('not-parked')
  const { action } = decision
  if (action === 'move') await moveTo(decision.step, item, operator)
  else {
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
  }
  return readInvoice(id, operator)
}

/** Goes on at a step of the version in force; acts that the file has done are not repeated on the way. */
async function moveTo(step: string, item: ItemDocument, { ports, author }: Operator): Promise<void> {
  const { scenario, hash, parked } = item.course!
  const { published } = await findScenario(scenario)
  const [version] = await findVersions([published.hash])
  const paid = item.open <= 0
  if (!version || !chartOf(version.compiled, { node: step, paid })) {
    throw new RefusedError('unknown-step', { values: { step } })
  }
  const id = `step:${randomUUID()}`
  const signal = { event: id, rank: null, from: hash, to: version.hash, moves: { [parked.node]: step } }
  const told = await ports.files.migrate(item._id, signal).catch((error) => {
    ports.warn({ err: error, item: item._id }, 'a chosen step could not be told')
    throw new RefusedError('unavailable')
  })
  if (told === 'absent') throw new RefusedError('not-parked')
  const drawn = version.document.nodes.find((node) => node.id === step)!
  const label = stepWords(drawn, ports.registry).fr
  await writeEntry({ id, at: ports.now(), kind: 'step-chosen', author, node: step, values: { label } }, item)
}
