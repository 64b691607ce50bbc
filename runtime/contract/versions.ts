import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { z } from 'zod'
import { changeTypes } from '../domain/versions/change.ts'
import { moveResults } from '../domain/versions/move-results.ts'
import { instantSchema, wordsSchema } from './common.ts'

export const moveActions = ['stay', 'follow', 'move', 'park'] as const

const stepName = z.string().min(1).max(64)

/**
 * What becomes of the files that stand on a step of a version under way: they stay on it, follow to the step of the same name,
 * move to another one, or wait for a person. What nothing is said of stays.
 */
export const moveChoiceSchema = z.object({
  version: z.int().positive(),
  node: stepName,
  action: z.enum(moveActions),
  /** With `move`. */
  to: stepName.optional(),
})
export type MoveChoice = z.output<typeof moveChoiceSchema>
export const moveChoicesSchema = z.array(moveChoiceSchema).max(4_000).default([])

export const restoreRequestSchema = z.object({
  version: z.int().positive(),
  note: z.string().max(2_000).default(''),
  choices: moveChoicesSchema,
})

/** `moves` asks for the dates of other targets than those suggested: `1.wait:pause,2.mail:end`. */
export const impactQuerySchema = z.object({
  /** The older version to bring back; without it, the draft. */
  version: z.coerce.number().int().positive().optional(),
  moves: z
    .string()
    .max(20_000)
    .regex(/^(\d+\.[\w-]+:[\w-]+(,|$))*$/)
    .optional(),
})

export const changeSchema = z.object({
  type: z.enum(changeTypes),
  node: z.string().nullable(),
  path: z.string(),
  subject: wordsSchema,
  field: wordsSchema,
  before: wordsSchema.nullable(),
  after: wordsSchema.nullable(),
})

/** When files would go on, old against new, over at most `looked` of them. */
export const movedDatesSchema = z.object({
  looked: z.int(),
  changed: z.int(),
  /** Their new date is past: the catch-up rule of the new version decides. */
  past: z.int(),
  examples: z.array(
    z.object({
      invoice: z.string(),
      number: z.string(),
      debtor: z.string(),
      before: instantSchema.nullable(),
      after: instantSchema.nullable(),
      past: z.boolean(),
    }),
  ),
})

export const impactStepSchema = z.object({
  version: z.int(),
  node: z.string(),
  label: wordsSchema,
  files: z.int(),
  /** Of these, asked for something that is not answered yet: they move once it is. */
  waiting: z.int(),
  parked: z.int(),
  fate: z.enum(['same', 'changed', 'removed']),
  /** They are in what follows a payment. */
  paid: z.boolean(),
  suggested: z.object({ action: z.enum(moveActions), to: z.string().nullable() }),
  /** For the target asked about, else the suggested one; null where nothing is dated. */
  dates: movedDatesSchema.nullable(),
})
export type ImpactStep = z.infer<typeof impactStepSchema>

/** A step as files may be sent there: those on the open course, those in what follows a payment. */
const targetSchema = z.object({ node: z.string(), label: wordsSchema, open: z.boolean(), paid: z.boolean() })

/** What publishing would do, said before it is confirmed. */
export const impactSchema = z.object({
  version: z.int(),
  hash: z.string(),
  /** Nothing to publish: this is what is in force. */
  current: z.boolean(),
  /** Invoices without a file that would get one. */
  starts: z.int(),
  /** Against the version in force. */
  changes: z.array(changeSchema),
  files: z.int(),
  steps: z.array(impactStepSchema),
  /** Where files may be sent. */
  targets: z.array(targetSchema),
})
export type Impact = z.infer<typeof impactSchema>

export const publicationSchema = z.object({
  id: z.string(),
  rank: z.int(),
  version: z.int(),
  hash: z.string(),
  restored: z.boolean(),
  at: instantSchema,
  by: z.string(),
  note: z.string(),
  /** It is what new files follow. */
  current: z.boolean(),
  /** Files that stand on this version now. */
  files: z.int(),
  steps: z.int(),
  status: z.enum(['moving', 'done', 'superseded']),
  total: z.int(),
  results: z.partialRecord(z.enum([...moveResults, 'absent']), z.int()),
})
export type Publication = z.infer<typeof publicationSchema>
export const publicationsSchema = z.object({ items: z.array(publicationSchema) })

export const versionSchema = z.object({
  hash: z.string(),
  scenario: z.string(),
  version: z.int(),
  at: instantSchema,
  by: z.string(),
  note: z.string(),
  document: scenarioDocumentSchema,
  steps: z.array(targetSchema),
})
