import { daysBetween } from '../ageing/days-between.ts'

/** Mean days from opening to closing of the closed disputes, per `by` (type or actor). */
export function disputeResolutionDays<T extends { readonly openedOn: string; readonly closedOn: string | null }>(
  disputes: Iterable<T>,
  options: { by: (dispute: T) => string },
): Map<string, number> {
  const groups = new Map<string, { days: number; count: number }>()
  for (const dispute of disputes) {
    if (dispute.closedOn === null) continue
    const group = groups.get(options.by(dispute)) ?? { days: 0, count: 0 }
    group.days += daysBetween(dispute.openedOn, dispute.closedOn)
    group.count += 1
    groups.set(options.by(dispute), group)
  }
  return new Map([...groups].map(([key, { days, count }]) => [key, days / count]))
}
