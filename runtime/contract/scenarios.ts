import { media } from '@relance/sdk/define-node'
import { segments } from '@relance/sdk/facts'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { locales } from '@relance/sdk/words'
import { z } from 'zod'
import { instantSchema } from './common.ts'
import { moveChoicesSchema } from './versions.ts'

export const problemSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  node: z.string().optional(),
  edge: z.object({ source: z.string(), port: z.string() }).optional(),
  path: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export const scenarioSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  segment: z.enum(segments).nullable(),
  /** Raised by each save; sent back with the next one, so that two editors never overwrite each other. */
  revision: z.int(),
  updatedAt: instantSchema,
  updatedBy: z.string(),
  published: z
    .object({ version: z.int(), hash: z.string(), at: instantSchema, by: z.string(), note: z.string() })
    .nullable(),
  /** The draft differs from what is published. */
  dirty: z.boolean(),
  files: z.int(),
  steps: z.int(),
})
export type ScenarioSummary = z.infer<typeof scenarioSummarySchema>

export const scenarioSchema = scenarioSummarySchema.extend({
  document: scenarioDocumentSchema,
  problems: z.array(problemSchema),
})
export type Scenario = z.infer<typeof scenarioSchema>

/** Creates or replaces a draft. `revision` is required to replace; a stale one answers 409 `conflict`. */
export const saveScenarioSchema = z.object({ document: scenarioDocumentSchema, revision: z.int().optional() })
export const publishRequestSchema = z.object({
  note: z.string().max(2_000).default(''),
  revision: z.int().optional(),
  choices: moveChoicesSchema,
})
export const publishedSchema = z.object({ id: z.string(), version: z.int(), hash: z.string(), enrolled: z.int() })

export const simulateRequestSchema = z.object({
  invoice: z.string().optional(),
  issueDate: z.iso.date().optional(),
  dueDate: z.iso.date().optional(),
  amount: z.int().optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  whatIf: z
    .union([
      z.object({ type: z.literal('never-answers') }),
      z.object({ type: z.literal('pays'), daysLate: z.int() }),
      z.object({ type: z.literal('disputes'), day: z.int(), lasts: z.int().min(1).optional() }),
      z.object({ type: z.literal('promises'), day: z.int(), within: z.int().min(1), kept: z.boolean() }),
    ])
    .default({ type: 'never-answers' }),
})
export const simulationSchema = z.object({
  steps: z.array(
    z.object({
      at: instantSchema,
      node: z.string(),
      kind: z.string(),
      label: z.string(),
      outcome: z.string().nullable(),
    }),
  ),
  end: z.string(),
})

/** `id` in the address is the stage, e.g. `firm-reminder`. */
export const templatePreviewQuerySchema = z.object({
  medium: z.enum(media).default('email'),
  language: z.enum(locales).default('fr'),
})
/** `subject` is empty for a call script; `text` is the plain text, or the script. */
export const templatePreviewSchema = z.object({ subject: z.string(), text: z.string(), html: z.string() })

export const rehearseRequestSchema = z.object({
  source: z.enum(['draft', 'published']).default('draft'),
  /** Rehearsed instead of what is stored under the id in the address. */
  document: scenarioDocumentSchema.optional(),
  invoice: z.string().optional(),
  whatIf: simulateRequestSchema.shape.whatIf,
})
/** A rehearsal under way or ended: dated steps as they come, and where to read its e-mails. */
export const rehearsalSchema = z.object({
  id: z.string(),
  scenario: z.string(),
  status: z.enum(['running', 'done', 'failed']),
  startedAt: instantSchema,
  steps: z.array(
    z.object({
      at: instantSchema,
      node: z.string(),
      label: z.string(),
      kind: z.string(),
      outcome: z.string().nullable(),
      subject: z.string().nullable(),
    }),
  ),
  mailUrl: z.string().nullable(),
  error: z.string().nullable(),
})
export type Rehearsal = z.infer<typeof rehearsalSchema>
