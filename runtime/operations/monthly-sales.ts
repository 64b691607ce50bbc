import type { MonthOfSales } from '../domain/figures/days-sales-outstanding.ts'
import { Item } from '../models/item.ts'

const months = 24

/**
 * Sales incl. VAT by month back from a date, latest first, credit notes deducted. The month of the date counts its days so far.
 */
export async function monthlySales({
  at,
  filter,
}: {
  at: string
  filter: Readonly<Record<string, unknown>>
}): Promise<MonthOfSales[]> {
  const [year, month, day] = at.split('-').map(Number) as [number, number, number]
  const starts = Array.from({ length: months }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)))
  const groups = await Item.aggregate<{ _id: string; amount: number }>([
    {
      $match: {
        ...filter,
        type: { $in: ['invoice', 'credit-note'] },
        issueDate: { $gte: dateOf(starts.at(-1)!), $lte: at },
      },
    },
    { $group: { _id: '$issueDate', amount: { $sum: '$amount' } } },
  ])
  const byMonth = new Map<string, number>()
  for (const { _id, amount } of groups) byMonth.set(_id.slice(0, 7), (byMonth.get(_id.slice(0, 7)) ?? 0) + amount)
  return starts.map((start, back) => ({
    sales: byMonth.get(dateOf(start).slice(0, 7)) ?? 0,
    days: back === 0 ? day : new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate(),
  }))
}

function dateOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
