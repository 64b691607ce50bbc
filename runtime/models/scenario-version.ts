import { model, Schema } from 'mongoose'
import { modelOptions } from './model-options.ts'

/** An immutable published version. `_id` is the content hash that running files pin. */
const scenarioVersionSchema = new Schema(
  {
    _id: { type: String, required: true },
    scenario: { type: String, required: true },
    version: { type: Number, required: true },
    segment: { type: String, default: null },
    document: { type: Schema.Types.Mixed, required: true },
    compiled: { type: Schema.Types.Mixed, required: true },
    publishedAt: { type: Date, required: true },
    publishedBy: { type: String, required: true },
    note: { type: String, default: '' },
  },
  modelOptions,
)
scenarioVersionSchema.index({ scenario: 1, version: 1 }, { unique: true })
export const ScenarioVersion = model('ScenarioVersion', scenarioVersionSchema, 'scenarioVersions')
