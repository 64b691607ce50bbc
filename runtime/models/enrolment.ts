import { type InferSchemaType, model, Schema } from 'mongoose'
import { modelOptions } from './model-options.ts'

/** Invoices whose files are owed: written before the invoices are published for or brought in, gone once every file runs. */
const enrolmentSchema = new Schema(
  {
    _id: { type: String, required: true },
    /** Null for every segment. */
    segment: { type: String, default: null },
    /** Kept fresh by whoever starts the files; old means that nobody does. */
    aliveAt: { type: Date, required: true },
  },
  modelOptions,
)
export type EnrolmentDocument = InferSchemaType<typeof enrolmentSchema>
export const Enrolment = model('Enrolment', enrolmentSchema, 'enrolments')
