import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { salesTermsSchema } from '../contract/law.ts'
import type { entitySchema } from '../contract/portfolio.ts'
import { areLawful, longestTerms } from '../domain/law/payment-terms.ts'
import { changeLogged } from '../models/change-logged.ts'
import { Entity } from '../models/entity.ts'
import { entityView } from './list-entities.ts'
import type { Operator } from './ports.ts'
import { RefusedError } from './refused-error.ts'

/** Sets an entity's usual payment terms and the yearly penalty rate that its sales terms state. */
export async function saveSalesTerms(
  id: string,
  { terms, agreedRate }: z.output<typeof salesTermsSchema>,
  { author, ports }: Operator,
): Promise<z.output<typeof entitySchema>> {
  if (!areLawful(terms)) {
    const values = { days: terms.days, longest: longestTerms[terms.endOfMonth] }
    throw new RefusedError('terms-too-long', { values })
  }
  const entry = {
    ...{ _id: `terms:${randomUUID()}`, at: ports.now(), kind: 'terms-changed' as const, author, entity: id },
    values: { days: terms.days, endOfMonth: terms.endOfMonth, agreedRate },
  }
  const saved = await changeLogged(Entity, { id, set: { terms, agreedRate }, entries: [entry] })
  if (!saved) throw new RefusedError('not-found', { values: { id } })
  return entityView((await Entity.findById(id).lean())!)
}
