import { type InferSchemaType, model, Schema } from 'mongoose'
import { announces } from './announce.ts'
import { outbox } from './change-logged.ts'
import { modelOptions } from './model-options.ts'

const datedSchema = new Schema(
  {
    from: { type: String, required: true },
    value: { type: Number, required: true },
    checked: { type: Boolean, required: true },
  },
  { _id: false },
)

/** The one table of what the law fixes from time to time; `_id` is `law`. Each change raises `revision`. */
const rateTableSchema = new Schema(
  {
    _id: { type: String, required: true },
    revision: { type: Number, required: true },
    refinancing: { type: [datedSchema], required: true },
    legal: { type: [datedSchema], required: true },
    indemnity: { type: [datedSchema], required: true },
    outbox,
  },
  modelOptions,
)
rateTableSchema.plugin(announces('settings'))
export type RateTableDocument = InferSchemaType<typeof rateTableSchema>
export const StoredRates = model('RateTable', rateTableSchema, 'rates')
