import { addDays } from '../ageing/days-between.ts'

/**
 * When an invoice falls due, counted from its date. `endOfMonth` says whether the month's end comes after the days (date + 45,
 * then the end of that month) or before them (the end of the invoice's month, then + 45): both are accepted.
 */
export interface PaymentTerms {
  readonly days: number
  readonly endOfMonth: EndOfMonth
}

export const endsOfMonth = ['none', 'after-days', 'before-days'] as const
export type EndOfMonth = (typeof endsOfMonth)[number]

/** What holds where nothing was agreed (C. com. L441-10 I). */
export const defaultTerms: PaymentTerms = { days: 30, endOfMonth: 'none' }

/** The most that may be agreed, in days from the invoice date and in days to or from an end of month (C. com. L441-10 I). */
export const longestTerms = { none: 60, 'after-days': 45, 'before-days': 45 } as const satisfies Record<
  EndOfMonth,
  number
>

/** The due date of an invoice. Not moved off a Sunday or holiday: lateness counts from the day itself. */
export function dueDateOf(issueDate: string, { days, endOfMonth }: PaymentTerms): string {
  switch (endOfMonth) {
    case 'none':
      return addDays(issueDate, days)
    case 'after-days':
      return monthEnd(addDays(issueDate, days))
    case 'before-days':
      return addDays(monthEnd(issueDate), days)
  }
}

/** Whether terms keep within what the law lets be agreed. */
export function areLawful({ days, endOfMonth }: PaymentTerms): boolean {
  return Number.isInteger(days) && days >= 0 && days <= longestTerms[endOfMonth]
}

function monthEnd(date: string): string {
  const [year, month] = date.split('-').map(Number)
  return new Date(Date.UTC(year!, month!, 0)).toISOString().slice(0, 10)
}
