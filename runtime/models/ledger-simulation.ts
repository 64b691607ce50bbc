import { type InferSchemaType, model, Schema } from 'mongoose'
import { announces } from './announce.ts'
import { modelOptions } from './model-options.ts'

/** A ledger simulation: how far it is, then what came out. Whoever sets `status` to `cancelled` stops the process that plays it. */
const ledgerSimulationSchema = new Schema(
  {
    _id: { type: String, required: true },
    scenario: { type: String, required: true },
    status: { type: String, enum: ['running', 'done', 'failed', 'cancelled'], required: true },
    startedAt: { type: Date, required: true },
    /** When the process that plays it was last heard of. */
    seenAt: { type: Date, required: true },
    from: { type: String, required: true },
    until: { type: String, required: true },
    done: { type: Number, default: 0 },
    total: { type: Number, default: 0 },
    assumptions: { type: Schema.Types.Mixed, required: true },
    outcomes: { type: [Schema.Types.Mixed], default: [] },
    error: { type: String, default: null },
  },
  modelOptions,
)
ledgerSimulationSchema.plugin(announces('simulations'))
export type LedgerSimulationRecord = InferSchemaType<typeof ledgerSimulationSchema>
export const LedgerSimulation = model('LedgerSimulation', ledgerSimulationSchema, 'ledgersimulations')
