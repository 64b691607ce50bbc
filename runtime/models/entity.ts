import { type InferSchemaType, model, Schema } from 'mongoose'
import { defaultTerms, endsOfMonth } from '../domain/law/payment-terms.ts'
import { announces } from './announce.ts'
import { outbox } from './change-logged.ts'
import { minimumAmountSchema } from './minimum-amount.ts'
import { modelOptions } from './model-options.ts'

const termsSchema = new Schema(
  {
    days: { type: Number, required: true },
    endOfMonth: { type: String, enum: endsOfMonth, required: true },
  },
  { _id: false },
)

/** A legal entity that issues invoices. `_id` is its code. */
const entitySchema = new Schema(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    legalName: { type: String, required: true },
    legalForm: { type: String, default: '' },
    siren: { type: String, default: '' },
    rcs: { type: String, default: '' },
    capital: { type: String, default: '' },
    address: { type: String, default: '' },
    iban: { type: String, default: '' },
    bic: { type: String, default: '' },
    email: { type: String, required: true },
    phone: { type: String, default: '' },
    currency: { type: String, default: 'EUR' },
    zone: { type: String, default: 'Europe/Paris' },
    colour: { type: String, default: '#2f5bd0' },
    /** When an invoice whose line tells no due date falls due. */
    terms: { type: termsSchema, default: () => ({ ...defaultTerms }) },
    /** Yearly rate of late-payment penalties in the sales terms, in hundredths of a percent; null where they are silent. */
    agreedRate: { type: Number, default: null },
    /** What an account has to owe before it is reminded, by currency. */
    minimums: { type: [minimumAmountSchema], default: [] },
    /** Most days that the last statement of the ledger may be old for a reminder to leave; null: any. */
    ledgerLimit: { type: Number, default: null },
    /** When the ledger was last stated, by an import or by a program. */
    ledgerAt: { type: Date, default: null },
    collector: { type: Schema.Types.Mixed, default: { name: '', email: '', phone: '' } },
    outbox,
  },
  modelOptions,
)
entitySchema.plugin(announces('settings'))
export type EntityDocument = InferSchemaType<typeof entitySchema>
export const Entity = model('Entity', entitySchema, 'entities')
