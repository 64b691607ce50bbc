import { z } from 'zod'
import { amountsSchema, instantSchema } from './common.ts'

export const importFormats = ['auto', 'csv', 'fec', 'camt053', 'cfonb120', 'facturx'] as const
export const importModes = ['stock', 'delta'] as const
export const importSubjects = ['debtors', 'contacts', 'items', 'payments'] as const

export const importRequestSchema = z.object({
  format: z.enum(importFormats).default('auto'),
  mode: z.enum(importModes).default('delta'),
  entity: z.string().max(32).optional(),
  dryRun: z.stringbool().default(false),
})

/** What was recognised in a file before anything is written. */
export const detectionSchema = z.object({
  format: z.enum(importFormats),
  subject: z.enum(importSubjects),
  encoding: z.string(),
  separator: z.string(),
  dates: z.string(),
  decimals: z.string(),
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable(), sample: z.string() })),
  preview: z.array(z.record(z.string(), z.string())),
})
export type Detection = z.infer<typeof detectionSchema>

export const rejectSchema = z.object({ line: z.int(), reason: z.string() })

export const importReportSchema = z.object({
  id: z.string(),
  format: z.enum(importFormats),
  mode: z.enum(importModes),
  dryRun: z.boolean(),
  file: z.string(),
  at: instantSchema,
  detection: detectionSchema.nullable(),
  read: z.int(),
  accepted: z.int(),
  rejected: z.array(rejectSchema),
  debtors: z.int(),
  contacts: z.int(),
  items: z.int(),
  payments: z.int(),
  /** Items closed because a stock no longer lists them. */
  settled: z.int(),
  open: amountsSchema,
  status: z.enum(['writing', 'enrolling', 'done', 'failed']),
  progress: z.object({ done: z.int(), total: z.int() }),
})
export type ImportReport = z.infer<typeof importReportSchema>
