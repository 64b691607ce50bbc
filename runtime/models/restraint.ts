import { createHash } from 'node:crypto'
import { type InferSchemaType, model, Schema } from 'mongoose'
import {
  type HoldScope,
  type InForce,
  restraintIdsOn,
  restraintKinds,
  restraintScopes,
  restraintsOn,
} from '../domain/desk/restraint.ts'
import { announces } from './announce.ts'
import { modelOptions } from './model-options.ts'

/** A hold or an exclusion (see `domain/desk/restraint.ts`). `_id` names its subject: a second one replaces nothing. */
const restraintSchema = new Schema(
  {
    _id: { type: String, required: true },
    kind: { type: String, enum: restraintKinds, required: true },
    scope: { type: String, enum: restraintScopes, required: true },
    target: { type: String, default: '' },
    /** What people call its subject: a customer's name, an invoice number. */
    label: { type: String, default: '' },
    reason: { type: String, default: '' },
    /** Bears only on items issued up to this day; null: on all. */
    issuedUntil: { type: String, default: null },
    by: { type: String, required: true },
    at: { type: Date, required: true },
    /** Last day (`YYYY-MM-DD`, entity's zone) on which it holds; null until somebody lifts it. */
    until: { type: String, default: null },
    /** `{ by, at }`: no longer in force; kept until every file that knew of it has been told. */
    lifted: { type: Schema.Types.Mixed, default: null },
    /** False until what follows from it, or from its end, has been carried out. */
    settled: { type: Boolean, default: false },
  },
  modelOptions,
)
restraintSchema.plugin(announces('restraints'))
export type RestraintDocument = InferSchemaType<typeof restraintSchema>
export const Restraint = model('Restraint', restraintSchema, 'restraints')

/** Which of these restraints are in force now: the last look asks, so nothing is remembered from one call to the next. */
export async function restraintsInForce(ids: readonly string[]): Promise<InForce> {
  const found = await Restraint.find({ _id: { $in: [...new Set(ids)] }, lifted: null }, { issuedUntil: 1 }).lean()
  return new Map(found.map(({ _id, issuedUntil }) => [_id, issuedUntil ?? null]))
}

/** The widest hold in force on an item; null while its file is free. */
export async function holdOn(item: {
  readonly _id: string
  readonly entity: string
  readonly segment: string
  readonly debtor: string
  readonly issueDate: string | null
}): Promise<HoldScope | null> {
  const { _id, entity, segment, debtor, issueDate: issuedOn } = item
  const concerned = { entity, segment, debtor, item: _id, issuedOn, contact: null }
  return restraintsOn(concerned, await restraintsInForce(restraintIdsOn(concerned))).held
}

/** Names a contact of a debtor by its address without telling it. */
export function contactTarget(debtor: string, address: string): string | null {
  const spelt = address.trim().toLowerCase()
  return spelt === '' ? null : `${debtor}/${createHash('sha256').update(spelt).digest('hex').slice(0, 16)}`
}
