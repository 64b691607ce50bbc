import { z } from 'zod'
import { currencySchema, minorUnitsSchema } from './common.ts'

/** What an account has to owe in a currency before it is reminded, and before a step that the law wants. */
export const minimumAmountSchema = z
  .object({ currency: currencySchema, reminder: minorUnitsSchema.min(0), legal: minorUnitsSchema.min(0) })
  .refine(({ reminder, legal }) => legal >= reminder, {
    path: ['legal'],
    message: 'not under the minimum of a reminder',
  })

/** Most days that the last statement of the ledger may be old; null: any. */
export const ledgerLimitSchema = z.object({ ledgerLimit: z.int().min(0).max(365).nullable() })

export const minimumsRequestSchema = z.object({
  minimums: z
    .array(minimumAmountSchema)
    .max(50)
    .refine((all) => new Set(all.map(({ currency }) => currency)).size === all.length, {
      message: 'one minimum per currency',
    }),
})
