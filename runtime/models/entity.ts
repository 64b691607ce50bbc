import { type InferSchemaType, model, Schema } from 'mongoose'
import { modelOptions } from './model-options.ts'

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
    /** Terms in days when an item has no due date. */
    terms: { type: Number, default: 30 },
    collector: { type: Schema.Types.Mixed, default: { name: '', email: '', phone: '' } },
  },
  modelOptions,
)
export type EntityDocument = InferSchemaType<typeof entitySchema>
export const Entity = model('Entity', entitySchema, 'entities')
