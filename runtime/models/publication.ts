import { type InferSchemaType, model, Schema } from 'mongoose'
import { announces } from './announce.ts'
import { modelOptions } from './model-options.ts'

/**
 * One act of publishing: which version came into force, by whom and why, and what becomes of the files under way. `_id` is
 * `{scenario}:{rank}`; ranks count the publications of a scenario. Only `status`, `total` and `results` ever change.
 */
const publicationSchema = new Schema(
  {
    _id: { type: String, required: true },
    scenario: { type: String, required: true },
    rank: { type: Number, required: true },
    version: { type: Number, required: true },
    hash: { type: String, required: true },
    /** An older drawing came into force again. */
    restored: { type: Boolean, default: false },
    at: { type: Date, required: true },
    by: { type: String, required: true },
    note: { type: String, default: '' },
    /** `{ version, node, action, to }` as they were confirmed. */
    choices: { type: [Schema.Types.Mixed], default: [] },
    /** `{ from, moves }` for each version that files leave: what their signals say. */
    moves: { type: [Schema.Types.Mixed], default: [] },
    /** `preparing` until the scenario refers to it; `moving` until every file has heard; `superseded` by a later one. */
    status: { type: String, enum: ['preparing', 'moving', 'done', 'superseded'], required: true },
    /** Files to tell when it began. */
    total: { type: Number, default: 0 },
    /** Files by what became of them. */
    results: { type: Schema.Types.Mixed, default: {} },
  },
  modelOptions,
)
publicationSchema.index({ scenario: 1, rank: 1 }, { unique: true })
publicationSchema.index({ status: 1 })
publicationSchema.plugin(announces('scenarios'))
export type PublicationRecord = InferSchemaType<typeof publicationSchema>
export const Publication = model('Publication', publicationSchema, 'publications')
