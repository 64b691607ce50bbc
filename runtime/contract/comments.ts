import { z } from 'zod'
import { instantSchema } from './common.ts'

const textSchema = z.string().trim().min(1).max(2_000)

export const commentSchema = z.object({
  id: z.string(),
  at: instantSchema,
  by: z.string(),
  text: z.string(),
  /** Colleagues whom the text names with an @. */
  mentions: z.array(z.string()),
})

/** What colleagues say to each other about one step of a scenario; the first comment opened it. */
export const threadSchema = z.object({
  id: z.string(),
  scenario: z.string(),
  /** Id of the step; it may have been deleted since. */
  node: z.string(),
  comments: z.array(commentSchema),
  resolved: z.object({ by: z.string(), at: instantSchema }).nullable(),
})
export type Thread = z.infer<typeof threadSchema>
export const threadListSchema = z.object({ items: z.array(threadSchema) })

export const openThreadSchema = z.object({ node: z.string().min(1).max(64), text: textSchema })
export const replySchema = z.object({ text: textSchema })
export const settleThreadSchema = z.object({ resolved: z.boolean() })

/** Everybody who can be named: who signs in, who collects and who sells. */
export const colleagueListSchema = z.object({ items: z.array(z.object({ name: z.string() })) })
