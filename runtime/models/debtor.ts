import { segments } from '@relance/sdk/facts'
import { type InferSchemaType, model, Schema } from 'mongoose'
import { proceedings } from '../domain/law/insolvency.ts'
import { outbox } from './change-logged.ts'
import { minimumAmountSchema } from './minimum-amount.ts'
import { modelOptions } from './model-options.ts'

const contactSchema = new Schema(
  {
    role: { type: String, enum: ['accounts-payable', 'buyer', 'escalation'], required: true },
    name: { type: String, default: '' },
    email: { type: String, default: '' },
    phone: { type: String, default: '' },
    language: { type: String, default: null },
    optedOut: { type: Boolean, default: false },
  },
  { _id: false },
)

const insolvencySchema = new Schema(
  {
    proceedings: { type: String, enum: proceedings, required: true },
    /** Day of the opening judgment, `YYYY-MM-DD`. */
    judgedOn: { type: String, required: true },
    /** Day of its publication in the BODACC, once known. */
    publishedOn: { type: String, default: null },
    /** Last day to declare claims to the mandataire. */
    declareBy: { type: String, required: true },
  },
  { _id: false },
)

/** A customer of one entity. `_id` is `{entity}:{code}`. */
const debtorSchema = new Schema(
  {
    _id: { type: String, required: true },
    entity: { type: String, required: true },
    code: { type: String, required: true },
    name: { type: String, required: true },
    /** Lower case without accents, for search by prefix of words. */
    searchName: { type: String, default: '' },
    siren: { type: String, default: '' },
    segment: { type: String, enum: segments, required: true },
    /** False until items, messages, tasks and files have heard of a change of segment. */
    segmentSettled: { type: Boolean, default: true },
    country: { type: String, default: 'FR' },
    language: { type: String, enum: ['fr', 'en'], default: 'fr' },
    zone: { type: String, default: 'Europe/Paris' },
    addressLines: { type: [String], default: [] },
    postalCode: { type: String, default: '' },
    city: { type: String, default: '' },
    collector: { type: String, default: '' },
    salesperson: { type: String, default: '' },
    excluded: { type: Boolean, default: false },
    insolvency: { type: insolvencySchema, default: null },
    /** False until files, calls and the collector have heard of the proceedings, or of their end. */
    insolvencySettled: { type: Boolean, default: true },
    /** Stand in for the entity's, by currency. */
    minimums: { type: [minimumAmountSchema], default: [] },
    contacts: { type: [contactSchema], default: [] },
    /** Amount-weighted mean delay of paid items in days, kept by the writers. */
    meanDelay: { type: Number, default: 0 },
    outbox,
  },
  modelOptions,
)
debtorSchema.index({ entity: 1, name: 1 })
debtorSchema.index({ entity: 1, segment: 1 })
debtorSchema.index({ 'outbox._id': 1 })
debtorSchema.index({ insolvencySettled: 1 })
debtorSchema.index({ segmentSettled: 1 })
export type DebtorDocument = InferSchemaType<typeof debtorSchema>
export const Debtor = model('Debtor', debtorSchema, 'debtors')
