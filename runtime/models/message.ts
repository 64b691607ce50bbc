import { type InferSchemaType, model, Schema } from 'mongoose'
import { announces } from './announce.ts'
import { modelOptions } from './model-options.ts'

/**
 * A message of the contact desk, from preparation to proof, and the send ledger: `_id` is the key of the send, claimed by
 * a unique insert before anything leaves.
 */
const messageSchema = new Schema(
  {
    _id: { type: String, required: true },
    entity: { type: String, required: true },
    debtor: { type: String, required: true },
    debtorCode: { type: String, required: true },
    debtorName: { type: String, required: true },
    segment: { type: String, required: true },
    state: { type: String, required: true },
    medium: { type: String, required: true },
    role: { type: String, required: true },
    template: { type: String, required: true },
    templateHash: { type: String, default: '' },
    language: { type: String, required: true },
    currency: { type: String, required: true },
    level: { type: Number, required: true },
    to: { type: Schema.Types.Mixed, default: { name: '', address: '' } },
    subject: { type: String, default: '' },
    html: { type: String, default: '' },
    text: { type: String, default: '' },
    /** What each invoice asked for: `{ invoice, number, workflow, node, visit, level, template }`. */
    requests: { type: [Schema.Types.Mixed], default: [] },
    /** What it lists: `{ invoice, number, level }`, the level as reminders it has had with this one, 0 while it is not due, null in thanks. */
    items: { type: [Schema.Types.Mixed], default: [] },
    overdue: { type: Schema.Types.Mixed, default: {} },
    createdAt: { type: Date, required: true },
    plannedAt: { type: Date, default: null },
    sentAt: { type: Date, default: null },
    providerId: { type: String, default: null },
    reason: { type: String, default: null },
    /** A person's word, `{ decision, by, at, reason }`, and whether the desk has been told. */
    decision: { type: Schema.Types.Mixed, default: null },
    decisionTold: { type: Boolean, default: true },
    changes: { type: [Schema.Types.Mixed], default: [] },
  },
  modelOptions,
)
for (const field of ['createdAt', 'plannedAt', 'sentAt', 'debtorName', 'level'])
  messageSchema.index({ [field]: 1, _id: 1 })
for (const field of ['state', 'entity', 'debtor']) messageSchema.index({ [field]: 1, createdAt: 1 })
messageSchema.index({ decisionTold: 1 })
messageSchema.plugin(announces('messages'))
export type MessageDocument = InferSchemaType<typeof messageSchema>
export const Message = model('Message', messageSchema, 'messages')
