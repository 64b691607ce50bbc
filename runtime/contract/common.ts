import { z } from 'zod'

/** A calendar date `YYYY-MM-DD`. */
export const dateSchema = z.iso.date()
/** An instant, ISO 8601 in UTC. */
export const instantSchema = z.iso.datetime()
/** Integer minor units of a currency (cents, yen, millimes). */
export const minorUnitsSchema = z.int()
export const currencySchema = z.string().regex(/^[A-Z]{3}$/)
/** Sums per currency: `{ "EUR": 123456 }`. */
export const amountsSchema = z.record(z.string(), minorUnitsSchema)
export const wordsSchema = z.object({ fr: z.string(), en: z.string() })

export type Amounts = z.infer<typeof amountsSchema>

/** Page of a list; `cursor` is opaque. */
export const pageQuerySchema = z.object({
  search: z.string().max(200).optional(),
  entity: z.string().max(32).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).default(0),
  sort: z.string().max(40).optional(),
})

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.int() })
}

/** RFC 9457. `code` is stable; `errors` locate the faults of a request or a document. */
export const problemDetailsSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string(), code: z.string().optional() })).optional(),
})
