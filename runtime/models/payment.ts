import { type InferSchemaType, model, Schema } from 'mongoose'
import { modelOptions } from './model-options.ts'

/** Money received. `_id` is its idempotency key. */
const paymentSchema = new Schema(
  {
    _id: { type: String, required: true },
    entity: { type: String, required: true },
    debtor: { type: String, required: true },
    /** Null for money that named none: `shares` say where it goes. */
    invoice: { type: String, default: null },
    /** `{ invoice, amount }`: which invoices a payment on account pays, settled when it was recorded. */
    shares: { type: [Schema.Types.Mixed], default: [] },
    amount: { type: Number, required: true },
    currency: { type: String, required: true },
    date: { type: String, required: true },
    reference: { type: String, default: '' },
    source: { type: String, required: true },
    recordedAt: { type: Date, required: true },
    /** What its posting did to the invoice: set once, so a repeated posting is recognised. */
    posted: { type: Boolean, default: false },
    /** `{ at, by, reason }` once the money went back: a direct debit refused, a cheque unpaid. */
    reversed: { type: Schema.Types.Mixed, default: null },
    /** False from the reversal until its invoices owe the money again. */
    reversalPosted: { type: Schema.Types.Boolean, default: null },
  },
  modelOptions,
)
paymentSchema.index({ debtor: 1, date: 1 })
paymentSchema.index({ invoice: 1 })
paymentSchema.index({ posted: 1, recordedAt: 1 })
paymentSchema.index({ reversalPosted: 1 })
export type PaymentDocument = InferSchemaType<typeof paymentSchema>
export const Payment = model('Payment', paymentSchema, 'payments')
