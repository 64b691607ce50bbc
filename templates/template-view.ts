import { z } from 'zod'
import { senderSchema } from './template-facts.ts'

/**
 * What a text may name: the facts with the sums, groups and references derived from them. Its schemas are the allow-list
 * of paths against which every template is checked.
 */

const money = z.object({ amount: z.int(), currency: z.string() })

const person = z.object({ name: z.string(), email: z.string().nullable(), phone: z.string() })

const row = z.object({
  number: z.string(),
  issueDate: z.iso.date(),
  dueDate: z.iso.date(),
  daysLate: z.int(),
  amount: z.int(),
  open: z.int(),
  currency: z.string(),
  partlyPaid: z.boolean(),
  reminders: z.int(),
  link: z.string().nullable(),
})
export type ViewRow = z.output<typeof row>

/** The documents that the stage is about: overdue ones for a reminder, coming ones for a courtesy notice. */
const focus = z.object({
  count: z.int(),
  single: z.boolean(),
  /** `FA-1, FA-2 et FA-3`. */
  numbers: z.string(),
  /** `4 812,50 €`, or one sum per currency; what is claimed or stated, so credit notes and unmatched payments are deducted. */
  total: z.string(),
  /** The oldest. */
  first: row,
})

const base = z.object({
  today: z.iso.date(),
  sender: senderSchema.extend({ onColour: z.string(), initial: z.string() }),
  contact: z.object({ name: z.string().nullable() }),
  debtor: z.object({ name: z.string(), code: z.string() }),
  collector: person,
  salesperson: person.extend({ phone: z.string().nullable() }).nullable(),
  links: z.object({ account: z.string().nullable() }),
  overdue: z.array(row),
  upcoming: z.array(row),
  credits: z.array(row),
  account: z.object({
    overdue: z.string().nullable(),
    upcoming: z.string().nullable(),
    credits: z.string().nullable(),
    /** What is due now, credits deducted; null when there are none to deduct. */
    balance: z.string().nullable(),
  }),
  penalties: z.object({ rate: z.string(), interest: money, indemnity: money, until: z.iso.date() }).nullable(),
  deadline: z.iso.date(),
  /** What a transfer should quote: the invoice if there is one, else the customer's code. */
  reference: z.string(),
})

const payment = z.object({
  amount: z.int(),
  currency: z.string(),
  date: z.iso.date(),
  numbers: z.string(),
  single: z.boolean(),
})

export const needs = ['upcoming', 'overdue', 'items', 'payment'] as const
export type Need = (typeof needs)[number]

export const viewSchemas: Record<Need, z.ZodObject> = {
  upcoming: base.extend({ focus }),
  overdue: base.extend({ focus }),
  items: base.extend({ focus }),
  payment: base.extend({ payment }),
}
