import type { z } from 'zod'
import type { restraintListSchema, restraintQuerySchema } from '../contract/restraints.ts'
import { restraintIdsOn, restraintScopes } from '../domain/desk/restraint.ts'
import { Debtor } from '../models/debtor.ts'
import { contactTarget, Restraint, type RestraintDocument } from '../models/restraint.ts'
import { findItem } from './read-invoice.ts'
import { RefusedError } from './refused-error.ts'
import { restraintView } from './restraint-view.ts'

/** Holds and exclusions in force, the widest first: all of them, or those that bear on one invoice or debtor. */
export async function listRestraints({
  invoice,
  debtor,
}: z.output<typeof restraintQuerySchema>): Promise<z.output<typeof restraintListSchema>> {
  const about = invoice ? await idsOnInvoice(invoice) : debtor ? await idsOnDebtor(debtor) : null
  const filter = { lifted: null, ...(about && { _id: { $in: about } }) }
  const found = await Restraint.find(filter).lean<RestraintDocument[]>()
  return { items: found.sort(byWidth).map(restraintView) }
}

async function idsOnInvoice(id: string): Promise<string[]> {
  const { entity, segment, debtor, issueDate: issuedOn } = await findItem(id)
  return restraintIdsOn({ entity, segment, debtor, item: id, issuedOn, contact: null })
}

async function idsOnDebtor(id: string): Promise<string[]> {
  const debtor = await Debtor.findById(id, { entity: 1, segment: 1, contacts: 1 }).lean()
  if (!debtor) throw new RefusedError('not-found', { values: { id } })
  const { entity, segment, contacts } = debtor
  const targets = [null, ...contacts.map(({ email }) => contactTarget(id, email))]
  return targets.flatMap((contact) =>
    restraintIdsOn({ entity, segment, debtor: id, item: null, issuedOn: null, contact }),
  )
}

function byWidth(left: RestraintDocument, right: RestraintDocument): number {
  return restraintScopes.indexOf(left.scope) - restraintScopes.indexOf(right.scope) || (left._id < right._id ? -1 : 1)
}
