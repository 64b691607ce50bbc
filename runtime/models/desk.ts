import { model, Schema } from 'mongoose'
import { modelOptions } from './model-options.ts'

/**
 * What the contact desk remembers of one debtor (`_id`): when somebody there was last written to, and what is still open.
 * One small document by `_id`, whatever the number of messages.
 */
const deskSchema = new Schema(
  {
    _id: { type: String, required: true },
    lastContactAt: { type: Date, default: null },
    lastMessage: { type: String, default: null },
    /** Ids of the messages that have neither left nor been cancelled. */
    messages: { type: [String], default: [] },
    /** Until then a file that found the desk empty sends its one message by itself, and the desk touches nothing. */
    takenUntil: { type: Date, default: null },
    /** Ids of the tasks still open. */
    tasks: { type: [String], default: [] },
    /** Number of call tasks opened so far: makes the next one's id. */
    calls: { type: Number, default: 0 },
  },
  modelOptions,
)
export const Desk = model('Desk', deskSchema, 'desks')
