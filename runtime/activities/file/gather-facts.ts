import type { Facts, Segment } from '@relance/sdk/facts'
import { Temporal } from 'temporal-polyfill'
import { claimsOf } from '../../claims/claims-of.ts'
import { daysBetween } from '../../domain/ageing/days-between.ts'
import { isStayed } from '../../domain/law/insolvency.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import { findDebtor, findEntity } from './find-item.ts'

/** Everything that a scenario may ask about an invoice, at an instant; days are counted in the entity's zone. */
export async function gatherFacts(item: ItemDocument, now: Date): Promise<Facts> {
  const [debtor, entity, open] = await Promise.all([
    findDebtor(item.debtor),
    findEntity(item.entity),
    Item.find(
      { debtor: item.debtor, open: { $ne: 0 } },
      { open: 1, dueDate: 1, currency: 1, type: 1, issueDate: 1 },
    ).lean(),
  ])
  const today = dayIn(entity.zone, now)
  const account = open.filter((other) => other.currency === item.currency && !isStayed(other, debtor))
  const overdue = account.filter(({ type, dueDate, open }) => type === 'invoice' && open > 0 && dueDate < today)
  const claim = (await claimsOf([item], { entity, debtor, today })).get(item._id)!
  const lastReminderAt = item.course?.lastReminderAt
  const { number, amount, currency, issueDate, dueDate } = item
  return {
    invoice: { number, amount, open: item.open, currency, issueDate, dueDate, daysLate: daysBetween(dueDate, today) },
    claim: { penalties: claim.penalties, indemnity: claim.indemnity },
    account: { balance: sum(account), overdue: sum(overdue), overdueInvoices: overdue.length },
    debtor: {
      segment: debtor.segment as Segment,
      country: debtor.country,
      language: debtor.language,
      meanDelay: debtor.meanDelay,
    },
    entity: { code: entity._id },
    course: {
      reminders: item.course?.reminders ?? 0,
      daysSinceLastReminder: lastReminderAt ? daysBetween(dayIn(entity.zone, lastReminderAt), today) : 0,
      brokenPromises: item.brokenPromises,
      lastOutcome: item.course?.lastOutcome ?? '',
    },
  }
}

/** The calendar date of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
}

function sum(items: readonly { readonly open: number }[]): number {
  return items.reduce((total, { open }) => total + open, 0)
}
