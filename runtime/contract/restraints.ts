import { z } from 'zod'
import { impliedScopes, restraintKinds, restraintScopes } from '../domain/desk/restraint.ts'
import { dateSchema, instantSchema } from './common.ts'

/** A hold (steps wait until it is lifted) or an exclusion (steps pass by unsent), with who decided it and until when. */
export const restraintSchema = z.object({
  id: z.string(),
  kind: z.enum(restraintKinds),
  scope: z.enum(restraintScopes),
  /** Id of the entity, segment, debtor or invoice; empty for everything. */
  target: z.string(),
  /** What people call its subject. */
  label: z.string(),
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
  /** The last day on which it holds. */
  until: dateSchema.nullable(),
  /** Bears only on items issued up to this day. */
  issuedUntil: dateSchema.nullable(),
})
export type Restraint = z.infer<typeof restraintSchema>

export const restraintQuerySchema = z.object({
  /** Those that bear on this invoice. */
  invoice: z.string().optional(),
  /** Those that bear on this debtor, its contacts included. */
  debtor: z.string().optional(),
})
export const restraintListSchema = z.object({ items: z.array(restraintSchema) })

export const restrainRequestSchema = z.object({
  kind: z.enum(restraintKinds),
  scope: z.enum(restraintScopes).exclude(impliedScopes),
  /** For a contact, the id of its debtor. */
  target: z.string().max(200).default(''),
  /** Of the contact. */
  role: z.enum(['accounts-payable', 'buyer', 'escalation']).optional(),
  reason: z.string().max(500).default(''),
  until: dateSchema.optional(),
})

/** Pauses one invoice, or ends its pause. */
export const holdRequestSchema = z.object({
  held: z.boolean(),
  reason: z.string().max(500).default(''),
  until: dateSchema.optional(),
})
