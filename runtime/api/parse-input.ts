import { z } from 'zod'
import { RefusedError } from '../operations/refused-error.ts'

const messages = { fr: z.locales.fr(), en: z.locales.en() }

/** Validates one part of a request; faults are located as `body.amount`. */
export function parseInput<S extends z.ZodType>(
  schema: S,
  value: unknown,
  { part, locale }: { part: 'params' | 'query' | 'body'; locale: 'fr' | 'en' },
): z.output<S> {
  const parsed = schema.safeParse(value, { error: messages[locale].localeError })
  if (parsed.success) return parsed.data
  throw new RefusedError('invalid', {
    errors: parsed.error.issues.map((issue) => ({
      path: [part, ...issue.path].map(String).join('.'),
      message: issue.message,
    })),
  })
}
