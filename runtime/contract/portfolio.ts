import { segments } from '@relance/sdk/facts'
import { z } from 'zod'
import { amountsSchema, instantSchema, pageOf, pageQuerySchema } from './common.ts'
import { insolvencySchema, salesTermsSchema } from './law.ts'
import { ledgerLimitSchema, minimumAmountSchema } from './rules.ts'

export const contactSchema = z.object({
  role: z.enum(['accounts-payable', 'buyer', 'escalation']),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  language: z.enum(['fr', 'en']).nullable(),
  optedOut: z.boolean(),
  /** Id of the exclusion in force on this person; null while there is none. */
  exclusion: z.string().nullable(),
})

export const debtorSchema = z.object({
  /** `{entity}:{code}`. */
  id: z.string(),
  entity: z.string(),
  code: z.string(),
  name: z.string(),
  siren: z.string(),
  segment: z.enum(segments),
  country: z.string(),
  language: z.enum(['fr', 'en']),
  address: z.object({ lines: z.array(z.string()), postalCode: z.string(), city: z.string(), country: z.string() }),
  collector: z.string(),
  salesperson: z.string(),
  excluded: z.boolean(),
  insolvency: insolvencySchema.nullable(),
  /** Its own, which stand in for the entity's by currency. */
  minimums: z.array(minimumAmountSchema),
  contacts: z.array(contactSchema),
  open: amountsSchema,
  overdue: amountsSchema,
})
export type Debtor = z.infer<typeof debtorSchema>
export const debtorQuerySchema = pageQuerySchema.extend({ segment: z.enum(segments).optional() })
export const debtorPageSchema = pageOf(debtorSchema)

export const entitySchema = z.object({
  code: z.string(),
  name: z.string(),
  legalName: z.string(),
  siren: z.string(),
  currency: z.string(),
  zone: z.string(),
  colour: z.string(),
  ...salesTermsSchema.shape,
  minimums: z.array(minimumAmountSchema),
  ...ledgerLimitSchema.shape,
  /** When the ledger was last stated, by an import or by a program. */
  ledgerAt: instantSchema.nullable(),
})
export const entityListSchema = z.object({ items: z.array(entitySchema) })

const bucket = z.object({ key: z.enum(['not-due', '1-30', '31-60', '61-90', '90+']), amount: z.int(), count: z.int() })
export const figuresSchema = z.object({
  at: z.iso.date(),
  entity: z.string().nullable(),
  currency: z.string(),
  outstanding: z.int(),
  overdue: z.int(),
  /** Overdue / outstanding, 0 to 1. */
  overdueRate: z.number(),
  dso: z.number(),
  meanDelay: z.number(),
  aged: z.array(bucket),
  sentLast30Days: z.int(),
  toConfirm: z.int(),
  openTasks: z.int(),
  disputes: z.object({ count: z.int(), amount: z.int() }),
  promises: z.object({ count: z.int(), amount: z.int() }),
})
export type Figures = z.infer<typeof figuresSchema>

export const serverEventSchema = z.object({
  /** What changed, so that pages refresh just that. */
  topic: z.enum([
    'invoices',
    'messages',
    'tasks',
    'scenarios',
    'comments',
    'imports',
    'rehearsals',
    'simulations',
    'settings',
    'restraints',
  ]),
  id: z.string().nullable(),
})
export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  services: z.record(z.string(), z.object({ ok: z.boolean(), detail: z.string() })),
})
export const roles = ['finance-director', 'collector', 'salesperson', 'controller', 'admin'] as const
export type Role = (typeof roles)[number]
/** Who may draw and publish scenarios, and set rates. */
export const drawingRoles: readonly Role[] = ['finance-director', 'admin']
export const signInSchema = z.object({ token: z.string().min(1).max(200) })
export const sessionSchema = z.object({
  user: z.object({ name: z.string(), role: z.enum(roles) }),
  demo: z.boolean(),
  mailUrl: z.string().nullable(),
  temporalUrl: z.string().nullable(),
})
