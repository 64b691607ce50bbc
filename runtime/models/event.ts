import { type InferSchemaType, model, Schema } from 'mongoose'
import { modelOptions } from './model-options.ts'

/**
 * The append-only log: every change with its author, date and cause. `_id` is derived from what caused the entry, so that
 * writing it twice is refused. A business event (payment, dispute, promise, hold …) is written first, then signalled;
 * `acknowledged` turns true when the workflow has taken it, and the sweeper signals again what stays false.
 */
const eventSchema = new Schema(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    kind: { type: String, required: true },
    author: { type: String, required: true },
    /** Null for what concerns the whole company. */
    entity: { type: String, default: null },
    invoice: { type: String, default: null },
    debtor: { type: String, default: null },
    node: { type: String, default: null },
    message: { type: String, default: null },
    task: { type: String, default: null },
    values: { type: Schema.Types.Mixed, default: {} },
    /** The happening to signal, if any; null for a mere trace. */
    happening: { type: Schema.Types.Mixed, default: null },
    acknowledged: { type: Boolean, default: true },
  },
  modelOptions,
)
eventSchema.index({ invoice: 1, at: 1 })
eventSchema.index({ kind: 1, at: 1 })
eventSchema.index({ debtor: 1, kind: 1, at: 1 })
eventSchema.index({ acknowledged: 1, at: 1 })
export type EventDocument = InferSchemaType<typeof eventSchema>
export const Event = model('Event', eventSchema, 'events')
