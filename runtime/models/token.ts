import { type InferSchemaType, model, Schema } from 'mongoose'
import { modelOptions } from './model-options.ts'

/** An access token, kept only as its SHA-256 (`_id`). */
const tokenSchema = new Schema(
  {
    _id: { type: String, required: true },
    role: {
      type: String,
      enum: ['finance-director', 'collector', 'salesperson', 'controller', 'admin'],
      required: true,
    },
    name: { type: String, required: true },
    createdAt: { type: Date, required: true },
    revokedAt: { type: Date, default: null },
  },
  modelOptions,
)
export type TokenDocument = InferSchemaType<typeof tokenSchema>
export const Token = model('Token', tokenSchema, 'tokens')
