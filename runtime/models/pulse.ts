import { model, Schema } from 'mongoose'
import { modelOptions } from './model-options.ts'

/**
 * One counter per topic, raised by whatever process writes to its collection. The API reads all six by `_id` once a second
 * and tells the open pages: less than a poll of the event log, which only grows.
 */
const pulseSchema = new Schema(
  { _id: { type: String, required: true }, beats: { type: Number, required: true } },
  modelOptions,
)
export const Pulse = model('Pulse', pulseSchema, 'pulses')
