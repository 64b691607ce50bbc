import { Schema } from 'mongoose'

/** See `domain/desk/minimum.ts`. */
export const minimumAmountSchema = new Schema(
  {
    currency: { type: String, required: true },
    reminder: { type: Number, required: true },
    legal: { type: Number, required: true },
  },
  { _id: false },
)
