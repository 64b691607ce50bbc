import { type InferSchemaType, model, Schema } from 'mongoose'
import { announces } from './announce.ts'
import { modelOptions } from './model-options.ts'

/** Work for a person. `_id` is derived from the first request, so that a repeated activity opens it once. */
const taskSchema = new Schema(
  {
    _id: { type: String, required: true },
    kind: {
      type: String,
      enum: ['call', 'uncertain-send', 'missing-contact', 'parked', 'declare-claim'],
      required: true,
    },
    state: { type: String, enum: ['open', 'waiting', 'done', 'cancelled'], required: true },
    entity: { type: String, required: true },
    debtor: { type: String, required: true },
    debtorCode: { type: String, required: true },
    debtorName: { type: String, required: true },
    segment: { type: String, required: true },
    assignee: { type: String, required: true },
    title: { type: String, required: true },
    script: { type: String, default: '' },
    role: { type: String, default: 'accounts-payable' },
    level: { type: Number, default: 0 },
    priority: { type: String, enum: ['normal', 'high'], default: 'normal' },
    contact: { type: Schema.Types.Mixed, default: null },
    /** What each invoice asked for: `{ invoice, number, workflow, node, visit, level }`. */
    requests: { type: [Schema.Types.Mixed], default: [] },
    outcomes: { type: [Schema.Types.Mixed], default: [] },
    message: { type: String, default: null },
    createdAt: { type: Date, required: true },
    dueAt: { type: Date, required: true },
    outcome: { type: Schema.Types.Mixed, default: null },
    /** False from the answer until every file that asked has been told. */
    told: { type: Boolean, default: true },
  },
  modelOptions,
)
for (const field of ['dueAt', 'createdAt', 'debtorName', 'level', 'priority'])
  taskSchema.index({ state: 1, [field]: 1, _id: 1 })
for (const field of ['entity', 'kind', 'debtor']) taskSchema.index({ [field]: 1, state: 1 })
taskSchema.index({ told: 1 })
taskSchema.plugin(announces('tasks'))
export type TaskDocument = InferSchemaType<typeof taskSchema>
export const Task = model('Task', taskSchema, 'tasks')
