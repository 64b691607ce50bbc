import { randomUUID } from 'node:crypto'
import type { Segment } from '@relance/sdk/facts'
import { changeLogged } from '../../models/change-logged.ts'
import { Debtor } from '../../models/debtor.ts'
import { forgetDirectory } from '../debtor-directory.ts'
import type { Operator } from '../ports.ts'
import { settleSegment } from './settle-segment.ts'

interface Move {
  readonly segment: Segment
  /** What else changes about the customer in the same write. */
  readonly also?: Readonly<Record<string, unknown>>
}

/**
 * Puts a customer into a segment, with who and when in the log. Files under way keep their scenario (DOMAIN §3 rule 10); what
 * could not be told at once is told by the sweeper.
 */
export async function changeSegment(id: string, { segment, also }: Move, operator: Operator): Promise<void> {
  const debtor = await Debtor.findById(id, { entity: 1, segment: 1 }).lean()
  if (!debtor) return
  const { entity, segment: from } = debtor
  const { ports, author } = operator
  const said = { kind: 'segment-changed' as const, author, entity, debtor: id, values: { from, to: segment } }
  const entry = { _id: `segment:${randomUUID()}`, at: ports.now(), ...said }
  const set = { ...also, segment, segmentSettled: false }
  await changeLogged(Debtor, { id, set, entries: [entry] })
  forgetDirectory()
  await settleSegment(id, operator).catch((error) =>
    ports.warn({ err: error }, 'a change of segment could not be told to every file; it will be'),
  )
}
