import { type InferSchemaType, model, Schema } from 'mongoose'
import { announces } from './announce.ts'
import { modelOptions } from './model-options.ts'

/** A scenario as it is being drawn. Saving never touches a running file. */
const scenarioSchema = new Schema(
  {
    _id: { type: String, required: true },
    document: { type: Schema.Types.Mixed, required: true },
    /** Hash of the draft, to know whether it differs from what is published. */
    hash: { type: String, required: true },
    revision: { type: Number, required: true },
    updatedAt: { type: Date, required: true },
    updatedBy: { type: String, required: true },
    /** `{ version, hash, at, by, note }` of the latest published version. */
    published: { type: Schema.Types.Mixed, default: null },
  },
  modelOptions,
)
scenarioSchema.plugin(announces('scenarios'))
export type ScenarioRecord = InferSchemaType<typeof scenarioSchema>
export const Scenario = model('Scenario', scenarioSchema, 'scenarios')
