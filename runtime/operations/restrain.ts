import { segments } from '@relance/sdk/facts'
import type { z } from 'zod'
import type { Restraint as RestraintView, restrainRequestSchema } from '../contract/restraints.ts'
import { isImplied, type RestraintName, restraintId, scopesOf } from '../domain/desk/restraint.ts'
import { Debtor } from '../models/debtor.ts'
import { Entity } from '../models/entity.ts'
import { contactTarget, Restraint, type RestraintDocument } from '../models/restraint.ts'
import { todays } from './calendar-day.ts'
import type { Operator } from './ports.ts'
import { findInvoice } from './read-invoice.ts'
import { RefusedError } from './refused-error.ts'
import { restraintView } from './restraint-view.ts'
import { entityOf, settleRestraint } from './settle-restraint.ts'

export type RestrainRequest = z.output<typeof restrainRequestSchema>

/**
 * Holds or excludes. In force from the moment it is written, also for what is queued or confirmed: every message takes its
 * last look at it. The same subject again changes reason and end.
 */
export async function restrain(request: RestrainRequest, operator: Operator): Promise<RestraintView> {
  const { name, label } = await subjectOf(request)
  const { reason, until = null } = request
  const today = (await todays(operator.ports.now()))(entityOf(name))
  if (until !== null && until < today) throw new RefusedError('end-in-the-past', { values: { date: until } })
  return restraintView(await put({ ...name, label, reason, until, issuedUntil: null }, operator))
}

/** Holds what a fact holds: such a hold ends with the fact. */
export async function imply(
  implied: RestraintName & { readonly label: string; readonly issuedUntil: string | null },
  operator: Operator,
): Promise<void> {
  await put({ ...implied, reason: '', until: null }, operator)
}

/** Ends a hold whose fact is over. */
export async function endImplied(id: string, operator: Operator): Promise<void> {
  await lift(id, operator)
}

type Put = RestraintName & Pick<RestraintDocument, 'label' | 'reason' | 'until' | 'issuedUntil'>

async function put(fields: Put, operator: Operator): Promise<RestraintDocument> {
  const { author: by, ports } = operator
  const restraint = await Restraint.findOneAndUpdate(
    { _id: restraintId(fields) },
    { $set: { ...fields, by, at: ports.now(), lifted: null, settled: false } },
    { upsert: true, returnDocument: 'after' },
  ).lean<RestraintDocument>()
  await settle(restraint!, operator)
  return restraint!
}

/** Ends a hold or exclusion; files that waited go on by the catch-up rule of their scenario. */
export async function liftRestraint(id: string, operator: Operator): Promise<RestraintView> {
  const known = await Restraint.findById(id, { scope: 1 }).lean()
  if (known && isImplied(known.scope)) throw new RefusedError('restraint-implied')
  const lifted = await lift(id, operator)
  if (!lifted) throw new RefusedError('restraint-ended', { values: { id } })
  return restraintView(lifted)
}

async function lift(id: string, operator: Operator): Promise<RestraintDocument | null> {
  const lifted = await Restraint.findOneAndUpdate(
    { _id: id, lifted: null },
    { $set: { lifted: { by: operator.author, at: operator.ports.now() }, settled: false } },
    { returnDocument: 'after' },
  ).lean<RestraintDocument>()
  if (lifted) await settle(lifted, operator)
  return lifted
}

/** What is recorded stands; what follows from it is made up for by the sweeper when it cannot be carried out now. */
async function settle(restraint: RestraintDocument, operator: Operator): Promise<void> {
  await settleRestraint(restraint, operator).catch((error) =>
    operator.ports.warn({ err: error, restraint: restraint._id }, 'a hold could not be told to every file; it will be'),
  )
}

async function subjectOf(request: RestrainRequest): Promise<{ name: RestraintName; label: string }> {
  const { kind, scope, target } = request
  if (!(scopesOf[kind] as readonly string[]).includes(scope)) throw new RefusedError('restraint-scope')
  const unknown = () => new RefusedError('not-found', { values: { id: target } })
  switch (scope) {
    case 'everything':
      return { name: { kind, scope, target: '' }, label: '' }
    case 'segment':
      if (!(segments as readonly string[]).includes(target)) throw unknown()
      return { name: { kind, scope, target }, label: target }
    case 'entity': {
      const entity = await Entity.findById(target, { name: 1 }).lean()
      if (!entity) throw unknown()
      return { name: { kind, scope, target }, label: entity.name }
    }
    case 'debtor': {
      const debtor = await Debtor.findById(target, { name: 1 }).lean()
      if (!debtor) throw unknown()
      return { name: { kind, scope, target }, label: debtor.name }
    }
    case 'contact':
      return contactOf(request)
    case 'invoice': {
      const { number } = await findInvoice(target)
      return { name: { kind, scope, target }, label: number }
    }
  }
}

/** A contact is excluded by its address: whoever takes over the role later may be written to. */
async function contactOf({ kind, scope, target: id, role }: RestrainRequest) {
  const debtor = await Debtor.findById(id, { contacts: 1 }).lean()
  const contact = debtor?.contacts.find((known) => known.role === role)
  if (!contact) throw new RefusedError('not-found', { values: { id: `${id} ${role ?? ''}`.trim() } })
  const target = contactTarget(id, contact.email)
  if (target === null) throw new RefusedError('no-address')
  return { name: { kind, scope, target }, label: contact.name }
}
