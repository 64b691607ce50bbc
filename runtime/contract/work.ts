import { segments } from '@relance/sdk/facts'
import { z } from 'zod'
import { amountsSchema, instantSchema, pageOf, pageQuerySchema, wordsSchema } from './common.ts'
import { disputeReasons, invoiceStates } from './invoices.ts'

/** `waiting`: a call on an account that owes less than the minimum. */
export const taskStates = ['open', 'waiting', 'done', 'cancelled'] as const

/** Work for a person: a call with its script, a step to unblock, an uncertain send to check. */
export const taskSchema = z.object({
  id: z.string(),
  kind: z.enum(['call', 'uncertain-send', 'missing-contact', 'parked', 'declare-claim']),
  state: z.enum(taskStates),
  entity: z.string(),
  debtor: z.object({ code: z.string(), name: z.string(), segment: z.enum(segments) }),
  assignee: z.string(),
  title: z.string(),
  /** The script as Markdown-free paragraphs, already filled with facts. */
  script: z.string(),
  priority: z.enum(['normal', 'high']),
  contact: z.object({ name: z.string(), phone: z.string(), email: z.string() }).nullable(),
  invoices: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      dueDate: z.iso.date(),
      open: z.int(),
      currency: z.string(),
      daysLate: z.int(),
      /** As the ledger has it now: what is paid, disputed or held since is not claimed in the call. */
      state: z.enum(invoiceStates),
    }),
  ),
  /** What is still to be claimed of it. */
  overdue: amountsSchema,
  outcomes: z.array(z.object({ port: z.string(), words: wordsSchema })),
  createdAt: instantSchema,
  dueAt: instantSchema,
  outcome: z.object({ port: z.string(), comment: z.string(), at: instantSchema, by: z.string() }).nullable(),
})
export type Task = z.infer<typeof taskSchema>
export const taskQuerySchema = pageQuerySchema.extend({
  state: z.enum(taskStates).default('open'),
  kind: taskSchema.shape.kind.optional(),
  debtor: z.string().optional(),
})
export const taskPageSchema = pageOf(taskSchema)
export const taskOutcomeSchema = z.object({
  outcome: z.string().max(64),
  comment: z.string().max(2_000).default(''),
  /** With the outcomes `promise` and `dispute`. */
  promise: z.object({ date: z.iso.date(), amount: z.int().positive().optional() }).optional(),
  dispute: z.object({ reason: z.enum(disputeReasons) }).optional(),
})

export const messageStates = [
  'to-confirm',
  'queued',
  'sending',
  'sent',
  'delivered',
  'opened',
  'answered',
  'bounced',
  'failed',
  'cancelled',
  'uncertain',
] as const

export const messageSummarySchema = z.object({
  id: z.string(),
  entity: z.string(),
  state: z.enum(messageStates),
  medium: z.enum(['email', 'sms', 'letter', 'voice', 'call']),
  template: z.string(),
  language: z.enum(['fr', 'en']),
  debtor: z.object({ code: z.string(), name: z.string(), segment: z.enum(segments) }),
  to: z.object({ name: z.string(), address: z.string() }),
  subject: z.string(),
  /** What it lists, each with its own level: the reminders it has had with this one, 0 while it is not due; null in thanks. */
  invoices: z.array(z.object({ id: z.string(), number: z.string(), level: z.int().nullable() })),
  overdue: amountsSchema,
  level: z.int(),
  createdAt: instantSchema,
  plannedAt: instantSchema.nullable(),
  sentAt: instantSchema.nullable(),
  /** Why it was deferred, held or cancelled: a key of the catalogue. */
  reason: z.string().nullable(),
})
export type MessageSummary = z.infer<typeof messageSummarySchema>
export const messageSchema = messageSummarySchema.extend({
  html: z.string(),
  text: z.string(),
  providerId: z.string().nullable(),
  changes: z.array(
    z.object({ at: instantSchema, state: z.enum(messageStates), by: z.string(), reason: z.string().nullable() }),
  ),
})
export type Message = z.infer<typeof messageSchema>
export const messageQuerySchema = pageQuerySchema.extend({
  state: z.enum(messageStates).optional(),
  debtor: z.string().optional(),
})
export const messagePageSchema = pageOf(messageSummarySchema)
export const confirmRequestSchema = z.object({ ids: z.array(z.string()).min(1).max(500) })
export const confirmedSchema = z.object({
  confirmed: z.int(),
  refused: z.array(z.object({ id: z.string(), reason: z.string() })),
})
