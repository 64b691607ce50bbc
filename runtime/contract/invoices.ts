import { segments } from '@relance/sdk/facts'
import { z } from 'zod'
import {
  amountsSchema,
  currencySchema,
  dateSchema,
  instantSchema,
  minorUnitsSchema,
  pageOf,
  pageQuerySchema,
} from './common.ts'

export const itemTypes = ['invoice', 'credit-note', 'payment', 'other'] as const
export const invoiceStates = ['not-due', 'overdue', 'paid', 'disputed', 'promised', 'held', 'parked', 'closed'] as const

export const disputeReasons = ['price', 'quality', 'delivery', 'missing-invoice', 'missing-order', 'other'] as const

/** Where a file stands in its scenario. */
export const courseSchema = z.object({
  scenario: z.string(),
  scenarioName: z.string(),
  version: z.int(),
  node: z.string().nullable(),
  label: z.string(),
  since: instantSchema.nullable(),
  /** What happens next and when, if a date is known. */
  nextAt: instantSchema.nullable(),
  status: z.enum(['running', 'waiting-confirmation', 'waiting-person', 'parked', 'ended']),
  parked: z.object({ node: z.string(), visit: z.int(), reason: z.string() }).nullable(),
  /**
   * The invoice whose reminders speak for this one; itself where it carries the reminders of several. Null where it stands alone, and
   * in lists where no step of it has stood aside.
   */
  carrier: z.object({ id: z.string(), number: z.string() }).nullable(),
})

export const invoiceSchema = z.object({
  /** `{entity}:{number}:{year}`. */
  id: z.string(),
  entity: z.string(),
  number: z.string(),
  type: z.enum(itemTypes),
  debtor: z.object({ code: z.string(), name: z.string(), segment: z.enum(segments) }),
  issueDate: dateSchema,
  dueDate: dateSchema,
  amount: minorUnitsSchema,
  open: minorUnitsSchema,
  currency: currencySchema,
  daysLate: z.int(),
  state: z.enum(invoiceStates),
  held: z.boolean(),
  dispute: z
    .object({ reason: z.enum(disputeReasons), comment: z.string(), at: instantSchema, by: z.string() })
    .nullable(),
  promise: z
    .object({ date: dateSchema, amount: minorUnitsSchema, comment: z.string(), at: instantSchema, by: z.string() })
    .nullable(),
  brokenPromises: z.int(),
  course: courseSchema.nullable(),
})
export type Invoice = z.infer<typeof invoiceSchema>

export const invoiceQuerySchema = pageQuerySchema.extend({
  state: z.enum(invoiceStates).optional(),
  segment: z.enum(segments).optional(),
  scenario: z.string().optional(),
  /** A step of the scenario on which the file stands. */
  step: z.string().max(64).optional(),
  debtor: z.string().optional(),
})

export const invoicePageSchema = pageOf(invoiceSchema).extend({ open: amountsSchema })

/** One entry of the append-only log, with its cause. `kind` keys the catalogue of words; `values` fill them. */
export const timelineEntrySchema = z.object({
  id: z.string(),
  at: instantSchema,
  kind: z.string(),
  author: z.string(),
  node: z.string().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  message: z.string().nullable(),
  task: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof timelineEntrySchema>
export const timelineSchema = z.object({ items: z.array(timelineEntrySchema) })

export const paymentRequestSchema = z.object({
  invoice: z.string(),
  amount: minorUnitsSchema.positive(),
  currency: currencySchema.default('EUR'),
  date: dateSchema.optional(),
  reference: z.string().max(140).optional(),
  /** Makes a repeated request harmless. */
  key: z.string().max(100).optional(),
})
/** Money that names no invoice, or several. */
export const accountPaymentRequestSchema = paymentRequestSchema.omit({ invoice: true }).extend({
  /** Invoices that the customer said it pays, first things first. */
  chosen: z.array(z.string()).max(500).default([]),
})
export const accountPaymentSchema = z.object({
  id: z.string(),
  shares: z.array(
    z.object({ invoice: z.string(), number: z.string(), amount: minorUnitsSchema, open: minorUnitsSchema }),
  ),
  /** Kept on the account as an unmatched payment. */
  rest: minorUnitsSchema,
})
/** Payments that an invoice bears; `amount` is what it bears of each. */
export const invoicePaymentsSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      amount: minorUnitsSchema,
      currency: currencySchema,
      date: dateSchema,
      reference: z.string(),
    }),
  ),
})
export const disputeRequestSchema = z.object({
  invoice: z.string(),
  reason: z.enum(disputeReasons),
  comment: z.string().max(2_000).default(''),
})
export const promiseRequestSchema = z.object({
  invoice: z.string(),
  amount: minorUnitsSchema.positive().optional(),
  date: dateSchema,
  comment: z.string().max(2_000).default(''),
})
/** `move` takes a step of the version in force. */
export const unparkRequestSchema = z.discriminatedUnion('action', [
  z.object({ action: z.enum(['retry', 'skip']) }),
  z.object({ action: z.literal('move'), step: z.string().min(1).max(64) }),
])
export const recordedSchema = z.object({ id: z.string(), invoice: invoiceSchema })
