import { type InferSchemaType, model, Schema } from 'mongoose'
import { announces } from './announce.ts'
import { modelOptions } from './model-options.ts'

/** A comment as it is kept in its thread. */
export interface CommentRecord {
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly text: string
  readonly mentions: readonly string[]
}

/** What colleagues say about one step of a scenario. Comments are only added; resolving is a state that can be undone. */
const threadSchema = new Schema(
  {
    _id: { type: String, required: true },
    scenario: { type: String, required: true },
    node: { type: String, required: true },
    openedAt: { type: Date, required: true },
    /** `CommentRecord`s, the oldest first. */
    comments: { type: [Schema.Types.Mixed], required: true },
    /** `{ by, at }`; null while it is open. */
    resolved: { type: Schema.Types.Mixed, default: null },
  },
  modelOptions,
)
threadSchema.index({ scenario: 1, openedAt: 1 })
threadSchema.plugin(announces('comments'))
export type ThreadRecord = Omit<InferSchemaType<typeof threadSchema>, 'comments'> & {
  readonly comments: readonly CommentRecord[]
}
export const Thread = model('Thread', threadSchema, 'threads')
