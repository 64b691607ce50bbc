import { z } from 'zod'
import { amountsSchema, instantSchema } from './common.ts'

export const importFormats = ['auto', 'csv', 'fec', 'camt053', 'cfonb120', 'facturx'] as const
export const importModes = ['stock', 'delta'] as const
export const importSubjects = ['debtors', 'contacts', 'items', 'payments'] as const
export const importEncodings = [
  'UTF-8',
  'UTF-8 (BOM)',
  'UTF-16LE',
  'UTF-16BE',
  'ISO-8859-1',
  'ISO-8859-15',
  'Windows-1252',
] as const
export const importSeparators = [';', ',', '\t', '|'] as const

export const importRequestSchema = z.object({
  format: z.enum(importFormats).default('auto'),
  mode: z.enum(importModes).default('delta'),
  entity: z.string().max(32).optional(),
  dryRun: z.stringbool().default(false),
  /** Accepts a stock that settles more than half of the open items: a file cut short must not close the book by itself. */
  force: z.stringbool().default(false),
  /** A person's word instead of what the file seems to say. */
  subject: z.enum(importSubjects).optional(),
  encoding: z.enum(importEncodings).optional(),
  separator: z.enum(importSeparators).optional(),
  dates: z.enum(['day-first', 'month-first']).optional(),
  decimal: z.enum([',', '.']).optional(),
})

/** What was recognised in a file before anything is written. */
export const detectionSchema = z.object({
  format: z.enum(importFormats),
  subject: z.enum(importSubjects),
  encoding: z.string(),
  separator: z.string(),
  /** Form of the dates, e.g. `DD/MM/YYYY`. */
  dates: z.string(),
  /** Decimal sign of the amounts; empty when no amount tells. */
  decimals: z.string(),
  /** What no value of the file proves: the reading shown is a habit, to be checked by a person. */
  doubts: z.array(z.enum(['dates', 'decimals'])).default([]),
  columns: z.array(z.object({ header: z.string(), field: z.string().nullable(), sample: z.string() })),
  preview: z.array(z.record(z.string(), z.string())),
})
export type Detection = z.infer<typeof detectionSchema>

/** A line that was not taken: where, why with its cure, and the stable code of the reason. */
export const rejectSchema = z.object({ line: z.int(), reason: z.string(), code: z.string().default('') })

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
  /** Of the accepted lines, by what they did: `unchanged` is what a repeated import finds. */
  created: z.int().default(0),
  changed: z.int().default(0),
  unchanged: z.int().default(0),
  /** Records that the accepted lines hold. */
  debtors: z.int(),
  contacts: z.int(),
  items: z.int(),
  payments: z.int(),
  /** Items closed because a stock no longer lists them. */
  settled: z.int(),
  /** Open amount of the items that the file touches, after it. */
  open: amountsSchema,
  status: z.enum(['writing', 'enrolling', 'done', 'failed']),
  progress: z.object({ done: z.int(), total: z.int() }),
})
export type ImportReport = z.infer<typeof importReportSchema>
