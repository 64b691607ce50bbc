import { z } from 'zod'

/**
 * What a text may speak about, given by the host that sends it. Amounts are integer minor units, dates `YYYY-MM-DD` in the
 * entity's zone. An empty text counts as absent; what may be absent is null, all else is demanded before anything is rendered.
 * Sums, delays and references are derived here (derive-view.ts), so that a letter never contradicts its own table.
 */

/** A line break in a name would forge lines of a text or a mail header. */
const line = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'one line of text')
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

const date = z.iso.date()
const currency = z.string().regex(/^[A-Z]{3}$/)
const link = z.url({ protocol: /^https?$/ }).max(2_000)

const moneySchema = z.object({ amount: z.int().min(0), currency })
const personSchema = z.object({ name: line, email: optional(line), phone: optional(line) })

export const senderSchema = z.object({
  /** As customers know it: the logo in letters. */
  name: line,
  legalName: line,
  legalForm: optional(line),
  /** As written in the footer, e.g. `50 000 €`. */
  capital: optional(line),
  siren: line,
  /** Town of registration, e.g. `Lille`. */
  rcs: optional(line),
  address: line,
  iban: optional(line),
  bic: optional(line),
  email: line,
  phone: optional(line),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/)
    .default('#2f5bd0'),
})

export const itemKinds = ['invoice', 'credit-note', 'payment', 'other'] as const

export const accountItemSchema = z.object({
  kind: z.enum(itemKinds).default('invoice'),
  number: line,
  issueDate: date,
  dueDate: date,
  amount: z.int(),
  /** What remains; negative for credit notes and payments not yet matched. */
  open: z.int(),
  currency,
  /** Reminders that have listed it as overdue so far. */
  reminders: z.int().min(0).default(0),
  /** Where the document can be read. */
  link: optional(link),
})

export const templateFactsSchema = z
  .object({
    today: date,
    sender: senderSchema,
    contact: z.object({ name: optional(line) }),
    debtor: z.object({ name: line, code: line }),
    /** The whole open account that the message speaks for: invoices due and not yet due, credit notes, unmatched payments. */
    invoices: z.array(accountItemSchema).max(500),
    /** The named person who answers; the entity's phone serves if the person has none. */
    collector: personSchema,
    salesperson: optional(personSchema),
    /** The debtor's page, where there is one. */
    links: z.object({ account: optional(link) }).default({ account: null }),
    /** Received and thanked for. */
    payment: optional(
      z.object({ amount: z.int().positive(), currency, date, invoices: z.array(line).min(1).max(100) }),
    ),
    /** Penalties to claim, apart from the principal; null where nothing is claimed. */
    penalties: optional(
      z.object({
        /** Yearly rates in hundredths of a percent, in the order in which they were applied. */
        rates: z.array(z.int().min(0)).min(1).max(20),
        interest: moneySchema,
        /** Fixed by law in EUR, whatever the currency of the invoices. */
        indemnity: moneySchema,
        until: date,
      }),
    ),
    /** By when a notice asks for the payment; eight days from today, past a weekend, when the host knows no holidays. */
    deadline: optional(date),
  })
  .refine(({ collector, sender }) => collector.phone !== null || sender.phone !== null, {
    path: ['collector', 'phone'],
    error: 'a letter names somebody who can be called',
  })

/** What a host gives. */
export type TemplateFacts = z.input<typeof templateFactsSchema>
export type CompleteFacts = z.output<typeof templateFactsSchema>
export type AccountItem = CompleteFacts['invoices'][number]
