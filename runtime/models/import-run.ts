import { model, Schema } from 'mongoose'
import { announces } from './announce.ts'
import { modelOptions } from './model-options.ts'

/** One import with its report. `_id` is the content hash of the file with its options. */
const importRunSchema = new Schema(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    author: { type: String, required: true },
    report: { type: Schema.Types.Mixed, required: true },
  },
  modelOptions,
)
importRunSchema.index({ at: 1 })
importRunSchema.plugin(announces('imports'))
export const ImportRun = model('ImportRun', importRunSchema, 'imports')
