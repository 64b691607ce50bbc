import { model, Schema } from 'mongoose'
import { modelOptions } from './model-options.ts'

/** The filling of an empty database with the demo company, so that one cut short goes on with the same ledger. */
const seedingSchema = new Schema(
  {
    _id: { type: String, required: true },
    /** Day of the ledger, `YYYY-MM-DD`. */
    today: { type: String, required: true },
    doneAt: { type: Date, default: null },
  },
  modelOptions,
)
export const Seeding = model('Seeding', seedingSchema, 'seedings')
