import { Temporal } from 'temporal-polyfill'
import type { HolidayCalendar } from '../calendar/holiday-calendar.ts'
import { nextWorkingDay } from '../calendar/working-days.ts'

/** Collective proceedings: C. com. L620-1 (sauvegarde), L631-1 (redressement), L640-1 (liquidation). */
export const proceedings = ['safeguard', 'receivership', 'liquidation'] as const
export type Proceedings = (typeof proceedings)[number]

/** Months in which a creditor declares its claims (C. com. R622-24). */
const declarationMonths = 2

/**
 * Whether a claim is prior to the judgment: it may be neither paid nor claimed, only declared (C. com. L622-7, L622-21). What
 * is invoiced on the day of the judgment was earned before it: the cautious reading. What came later is paid as it falls due
 * (L622-17).
 */
export function isPriorClaim({ issueDate }: { readonly issueDate: string }, judgedOn: string): boolean {
  return issueDate <= judgedOn
}

/** Whether proceedings of its customer forbid to claim an item. */
export function isStayed(
  item: { readonly issueDate: string },
  { insolvency }: { readonly insolvency?: { readonly judgedOn: string } | null },
): boolean {
  return insolvency != null && isPriorClaim(item, insolvency.judgedOn)
}

/**
 * The last day to declare claims to the mandataire: two months from the publication of the judgment in the BODACC (C. com.
 * L622-24, R622-24), moved to a working day (CPC 642). Counted from the judgment itself, which is never later, as long as the
 * publication is not known.
 */
export function declarationDeadline({ from, holidays }: { from: string; holidays: HolidayCalendar }): string {
  return nextWorkingDay(Temporal.PlainDate.from(from).add({ months: declarationMonths }), holidays).toString()
}
