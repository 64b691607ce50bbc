import { z } from 'zod'
import { proceedings } from '../domain/law/insolvency.ts'
import { limitationActs } from '../domain/law/limitation-acts.ts'
import { endsOfMonth } from '../domain/law/payment-terms.ts'
import { rateHistoryKinds } from '../domain/setting-kinds.ts'
import { currencySchema, dateSchema, instantSchema, minorUnitsSchema } from './common.ts'

/** Hundredths of a percent a year: 2.15 % is 215. */
const rateSchema = z.int().min(0).max(100_000)

const datedSchema = z.object({
  from: dateSchema,
  /** A rate in hundredths of a percent; the indemnity in cents of EUR. */
  value: z.int().min(0).max(1_000_000),
  checked: z.boolean(),
})
export const rateTableSchema = z.object({
  refinancing: z.array(datedSchema).max(200).readonly(),
  legal: z.array(datedSchema).max(200).readonly(),
  indemnity: z.array(datedSchema).max(200).readonly(),
})

export const ratesSchema = z.object({
  revision: z.int(),
  table: rateTableSchema,
  /** Who changed what, the latest first: entries of the log. */
  changes: z.array(
    z.object({
      id: z.string(),
      at: instantSchema,
      kind: z.enum(rateHistoryKinds),
      author: z.string(),
      entity: z.string().nullable(),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
})
export type Rates = z.infer<typeof ratesSchema>
export const saveRatesSchema = z.object({ revision: z.int(), table: rateTableSchema })

/** What an entity's sales terms say. */
export const salesTermsSchema = z.object({
  terms: z.object({ days: z.int().min(0).max(3_650), endOfMonth: z.enum(endsOfMonth) }),
  agreedRate: rateSchema.nullable(),
})

/** Insolvency proceedings of a customer. */
export const insolvencySchema = z.object({
  proceedings: z.enum(proceedings),
  /** Day of the opening judgment. */
  judgedOn: dateSchema,
  /** Day of its publication in the BODACC, once known. */
  publishedOn: dateSchema.nullable(),
  /** Last day to declare claims to the mandataire. */
  declareBy: dateSchema,
})
/** Without a last day it is counted from the publication, else from the judgment. Null: no proceedings after all. */
export const insolvencyRequestSchema = z.object({
  insolvency: insolvencySchema
    .extend({ publishedOn: dateSchema.nullable().default(null), declareBy: dateSchema.nullable().default(null) })
    .nullable(),
})

const annualRateSchema = z.object({
  rate: rateSchema,
  basis: z.enum(['default', 'agreed', 'floor']),
  reference: datedSchema.nullable(),
  /** The half-year's own rate is not entered yet: the last known one serves. */
  carried: z.boolean(),
})
const penaltyLineSchema = z.object({
  from: dateSchema,
  to: dateSchema,
  days: z.int(),
  unpaid: minorUnitsSchema,
  rate: annualRateSchema.nullable(),
  amount: minorUnitsSchema,
})
export type PenaltyLineView = z.infer<typeof penaltyLineSchema>

export const limitationRequestSchema = z.object({
  kind: z.enum(limitationActs),
  date: dateSchema,
  comment: z.string().max(2_000).default(''),
})

/** What a late invoice costs beside its principal, and until when one may sue. */
export const claimSchema = z.object({
  invoice: z.string(),
  currency: currencySchema,
  today: dateSchema,
  leftOut: z.enum(['not-an-invoice', 'disputed', 'not-late', 'insolvent']).nullable(),
  lines: z.array(penaltyLineSchema),
  penalties: minorUnitsSchema,
  /** Cents of EUR, whatever the currency of the invoice. */
  indemnity: minorUnitsSchema,
  until: dateSchema,
  stoppedOn: dateSchema.nullable(),
  limitation: z.object({
    from: dateSchema,
    cause: z.enum(['due-date', ...limitationActs]),
    lastDay: dateSchema.nullable(),
    acts: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(limitationActs),
        date: dateSchema,
        comment: z.string(),
        by: z.string(),
        at: instantSchema,
      }),
    ),
  }),
})
export type Claim = z.infer<typeof claimSchema>
