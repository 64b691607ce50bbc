import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { entitySchema } from '../../contract/portfolio.ts'
import type { ledgerLimitSchema } from '../../contract/rules.ts'
import { changeLogged } from '../../models/change-logged.ts'
import { Entity } from '../../models/entity.ts'
import { entityView } from '../list-entities.ts'
import type { Operator } from '../ports.ts'
import { RefusedError } from '../refused-error.ts'
import { reviewLedgers } from './review-ledgers.ts'

/** Sets how old the ledger of an entity may be for reminders to leave; in force at once. */
export async function saveLedgerLimit(
  id: string,
  { ledgerLimit }: z.output<typeof ledgerLimitSchema>,
  operator: Operator,
): Promise<z.output<typeof entitySchema>> {
  const { author, ports } = operator
  const entry = {
    ...{
      _id: `ledger-limit:${randomUUID()}`,
      at: ports.now(),
      kind: 'ledger-limit-changed' as const,
      author,
      entity: id,
    },
    values: { days: ledgerLimit },
  }
  if (!(await changeLogged(Entity, { id, set: { ledgerLimit }, entries: [entry] }))) {
    throw new RefusedError('not-found', { values: { id } })
  }
  await reviewLedgers(operator)
  return entityView((await Entity.findById(id).lean())!)
}
