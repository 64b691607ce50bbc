/** DSO, simple: receivables / sales × days, both incl. VAT over the same period. 0 without sales. */
export function simpleDso(figures: { receivables: number; sales: number; days: number }): number {
  return figures.sales === 0 ? 0 : (figures.receivables / figures.sales) * figures.days
}

export interface MonthOfSales {
  /** Sales incl. VAT of the month. */
  readonly sales: number
  readonly days: number
}

/**
 * DSO by count-back (méthode par épuisement): monthly sales are taken off the receivable, latest month first, each adding its
 * days, the last one pro rata. A receivable larger than all the months given yields their days: at least that.
 */
export function countBackDso(receivables: number, months: Iterable<MonthOfSales>): number {
  let left = receivables
  let days = 0
  for (const month of months) {
    if (left <= 0) break
    if (month.sales > left) return days + (left / month.sales) * month.days
    left -= Math.max(0, month.sales)
    days += month.days
  }
  return days
}

/** Best possible DSO: what would remain if everybody paid on the day; receivables not due / sales × days. */
export function bestPossibleDso(figures: { notDue: number; sales: number; days: number }): number {
  return simpleDso({ receivables: figures.notDue, sales: figures.sales, days: figures.days })
}

/** Average days delinquent: DSO − best possible DSO, in days. */
export function averageDaysDelinquent(figures: { dso: number; bestPossible: number }): number {
  return figures.dso - figures.bestPossible
}
