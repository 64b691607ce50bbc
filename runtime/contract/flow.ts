import { z } from 'zod'
import { amountsSchema, dateSchema } from './common.ts'

/** At most a quarter: a year of daily counters takes too long to read for a page that follows the files. */
export const flowQuerySchema = z.object({ days: z.coerce.number().int().min(1).max(92).default(30) })

/** Where the files of a scenario stand now, and what went through each step over a period. */
export const flowSchema = z.object({
  /** First day of the period. */
  since: dateSchema,
  steps: z.array(
    z.object({
      node: z.string(),
      standing: z.int(),
      /** Of those that stand here: disputed, waiting for a person's confirmation or answer, stopped. */
      disputed: z.int(),
      waiting: z.int(),
      parked: z.int(),
      entered: z.int(),
      /** By outcome, or by `paid`, `moved`, `ended`. */
      left: z.record(z.string(), z.int()),
      recovered: amountsSchema,
    }),
  ),
})
export type Flow = z.output<typeof flowSchema>
