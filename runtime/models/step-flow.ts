import { type InferSchemaType, model, Schema } from 'mongoose'
import { modelOptions } from './model-options.ts'

/**
 * What went through one step of a scenario on one day: counters raised by whoever writes the fact, so that a quarter of a
 * large ledger is read as some thousands of rows. `_id` is `{scenario}|{node}|{day}`. A process that dies between the fact and its
 * counter leaves one uncounted; none counts twice.
 */
const stepFlowSchema = new Schema(
  {
    _id: { type: String, required: true },
    scenario: { type: String, required: true },
    node: { type: String, required: true },
    /** `YYYY-MM-DD`, UTC. */
    day: { type: String, required: true },
    /** Files that reached the step. */
    entered: { type: Number, default: 0 },
    /** Files that left it, by port or by what ended their wait (`paid`, `moved`, `ended`). */
    left: { type: Schema.Types.Mixed, default: {} },
    /** Money received after the step was the last to reach the customer; minor units by currency. */
    recovered: { type: Schema.Types.Mixed, default: {} },
  },
  { ...modelOptions, minimize: true },
)
stepFlowSchema.index({ scenario: 1, day: 1 })
export type StepFlowDocument = InferSchemaType<typeof stepFlowSchema>
export const StepFlow = model('StepFlow', stepFlowSchema, 'step-flows')

export interface StepOnDay {
  readonly scenario: string
  readonly node: string
  readonly at: Date
}

/** Raises counters of a step: `entered`, `left.sent`, `recovered.EUR` by so much each. */
export async function raiseFlow(
  { scenario, node, at }: StepOnDay,
  by: Readonly<Record<string, number>>,
): Promise<void> {
  const day = at.toISOString().slice(0, 10)
  const set = { $inc: by, $setOnInsert: { scenario, node, day } }
  await StepFlow.collection.updateOne({ _id: `${scenario}|${node}|${day}` as never }, set, { upsert: true })
}
