import { model, Schema } from 'mongoose'
import { modelOptions } from './model-options.ts'

/** The right to send one key, taken by a unique insert. `endedAt` null after a crash means: the end is unknown. */
const claimSchema = new Schema(
  {
    _id: { type: String, required: true },
    message: { type: String, required: true },
    claimedAt: { type: Date, required: true },
    endedAt: { type: Date, default: null },
    result: { type: String, default: null },
    providerId: { type: String, default: null },
  },
  modelOptions,
)
claimSchema.index({ message: 1 })
export const Claim = model('Claim', claimSchema, 'claims')
