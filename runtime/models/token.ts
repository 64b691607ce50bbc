import { model, Schema } from 'mongoose'
import { roles } from '../contract/portfolio.ts'
import { modelOptions } from './model-options.ts'

/** An access token or a browser session, kept only as the SHA-256 of its secret (`_id`). */
const tokenSchema = new Schema(
  {
    _id: { type: String, required: true },
    role: {
      type: String,
      enum: roles,
      required: true,
    },
    name: { type: String, required: true },
    createdAt: { type: Date, required: true },
    /** Of a session, the token that opened it: without that one it is worth nothing. */
    openedBy: { type: String, default: null },
    /** Sessions end; tokens last until they are revoked. */
    expiresAt: { type: Date, default: null },
    revokedAt: { type: Date, default: null },
  },
  modelOptions,
)
export const Token = model('Token', tokenSchema, 'tokens')
