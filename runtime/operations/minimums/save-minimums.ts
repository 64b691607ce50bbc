import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Debtor as DebtorView, entitySchema } from '../../contract/portfolio.ts'
import type { minimumsRequestSchema } from '../../contract/rules.ts'
import type { MinimumAmount } from '../../domain/desk/minimum.ts'
import { changeLogged } from '../../models/change-logged.ts'
import { Debtor } from '../../models/debtor.ts'
import { Entity } from '../../models/entity.ts'
import { readDebtor } from '../list-debtors.ts'
import { entityView } from '../list-entities.ts'
import type { Operator } from '../ports.ts'
import { RefusedError } from '../refused-error.ts'
import { lookAgain } from './look-again.ts'

type Request = z.output<typeof minimumsRequestSchema>

/** Sets what an account of an entity has to owe before it is reminded; what waits on a minimum is looked at again. */
export async function saveMinimums(
  id: string,
  { minimums }: Request,
  operator: Operator,
): Promise<z.output<typeof entitySchema>> {
  const entries = [{ ...entryOf(minimums, operator), entity: id }]
  if (!(await changeLogged(Entity, { id, set: { minimums }, entries }))) {
    throw new RefusedError('not-found', { values: { id } })
  }
  await lookAgain({ entity: id }, operator)
  return entityView((await Entity.findById(id).lean())!)
}

/** Sets a customer's own minimums; none means that the entity's count. */
export async function saveOwnMinimums(id: string, { minimums }: Request, operator: Operator): Promise<DebtorView> {
  const debtor = await Debtor.findById(id, { entity: 1 }).lean()
  if (!debtor) throw new RefusedError('not-found', { values: { id } })
  const entries = [{ ...entryOf(minimums, operator), entity: debtor.entity, debtor: id }]
  await changeLogged(Debtor, { id, set: { minimums }, entries })
  await lookAgain({ debtors: [id] }, operator)
  return readDebtor(id, operator)
}

function entryOf(minimums: readonly MinimumAmount[], { ports, author }: Operator) {
  const values = Object.fromEntries(
    minimums.flatMap(({ currency, reminder, legal }) => [
      [`${currency} reminder`, reminder],
      [`${currency} legal`, legal],
    ]),
  )
  return { _id: `minimums:${randomUUID()}`, at: ports.now(), kind: 'minimums-changed' as const, author, values }
}
