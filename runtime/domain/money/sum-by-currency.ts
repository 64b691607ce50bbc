/** Sums in minor units, one per currency: different moneys are never added. */
export type Sums = Readonly<Record<string, number>>

/** Sum of `amount` (minor units) per currency. */
export function sumByCurrency(amounts: Iterable<{ readonly amount: number; readonly currency: string }>): Sums {
  const sums: Record<string, number> = {}
  for (const { amount, currency } of amounts) sums[currency] = (sums[currency] ?? 0) + amount
  return sums
}
