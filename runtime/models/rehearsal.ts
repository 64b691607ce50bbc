import { type InferSchemaType, model, Schema } from 'mongoose'
import { announces } from './announce.ts'
import { modelOptions } from './model-options.ts'

/** A rehearsal in skipped time and its dated steps, apart from the real ledger. */
const rehearsalSchema = new Schema(
  {
    _id: { type: String, required: true },
    scenario: { type: String, required: true },
    status: { type: String, enum: ['running', 'done', 'failed'], required: true },
    startedAt: { type: Date, required: true },
    steps: { type: [Schema.Types.Mixed], default: [] },
    error: { type: String, default: null },
    document: { type: Schema.Types.Mixed, default: null },
    compiled: { type: Schema.Types.Mixed, default: null },
    /** Who plays: invoice, debtor, sender and contact, with dates moved to begin today. */
    cast: { type: Schema.Types.Mixed, default: null },
    whatIf: { type: Schema.Types.Mixed, default: null },
  },
  modelOptions,
)
rehearsalSchema.plugin(announces('rehearsals'))
export type RehearsalRecord = InferSchemaType<typeof rehearsalSchema>
export const Rehearsal = model('Rehearsal', rehearsalSchema, 'rehearsals')
