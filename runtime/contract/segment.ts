import { segments } from '@relance/sdk/facts'
import { z } from 'zod'
import { customerHistoryKinds } from '../domain/setting-kinds.ts'
import { instantSchema } from './common.ts'
import { impactSchema, impactStepSchema, moveChoiceSchema } from './versions.ts'

export const segmentRequestSchema = z.object({ segment: z.enum(segments) })

/** `moves` asks for the dates of other targets than those suggested: `sme.1.wait:pause,sme.2.mail:end`. */
export const segmentFilesQuerySchema = z.object({
  moves: z
    .string()
    .max(20_000)
    .regex(/^([\w-]+\.\d+\.[\w-]+:[\w-]+(,|$))*$/)
    .optional(),
})

const scenarioNameSchema = z.object({ id: z.string(), name: z.string(), version: z.int() })

/** Files of one customer that still follow another scenario than that of its segment, and where they could go. */
export const segmentFilesSchema = z.object({
  /** What new files of its segment follow; null while nothing is published for it. */
  scenario: scenarioNameSchema.nullable(),
  others: z.array(
    z.object({
      scenario: z.string(),
      name: z.string(),
      files: z.int(),
      steps: z.array(impactStepSchema),
    }),
  ),
  /** Steps of the segment's scenario. */
  targets: impactSchema.shape.targets,
})
export type SegmentFiles = z.infer<typeof segmentFilesSchema>

export const segmentMoveSchema = z.object({
  choices: z
    .array(moveChoiceSchema.extend({ scenario: z.string().min(1).max(64) }))
    .min(1)
    .max(4_000),
})
export type SegmentMove = z.output<typeof segmentMoveSchema>

/** Files that were told where to go; those that await an answer leave once they have it. */
export const segmentMovedSchema = z.object({ told: z.int() })

/** What was decided about a customer, by whom and when; the latest first. */
export const customerHistorySchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      at: instantSchema,
      kind: z.enum(customerHistoryKinds),
      author: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    }),
  ),
})
export type CustomerHistory = z.infer<typeof customerHistorySchema>
