import type { Invoice, invoiceStates } from '../contract/invoices.ts'
import { daysBetween } from '../domain/ageing/days-between.ts'
import type { ItemDocument } from '../models/item.ts'

type InvoiceState = (typeof invoiceStates)[number]

type Carrier = NonNullable<Invoice['course']>['carrier']

interface Viewing {
  /** The date in the entity's zone. */
  readonly today: string
  /** Who carries its account; by default who did when a step of it stood aside. */
  readonly carrier?: Carrier
}

/** An item as the API shows it. */
export function invoiceView(item: ItemDocument, { today, carrier = formerCarrier(item) }: Viewing): Invoice {
  const { dispute, promise } = item
  return {
    id: item._id,
    entity: item.entity,
    number: item.number,
    type: item.type,
    debtor: { code: item.debtorCode, name: item.debtorName, segment: item.segment },
    issueDate: item.issueDate,
    dueDate: item.dueDate,
    amount: item.amount,
    open: item.open,
    currency: item.currency,
    daysLate: daysBetween(item.dueDate, today),
    state: stateOf(item, today),
    held: item.held ?? false,
    dispute: dispute
      ? { reason: dispute.reason, comment: dispute.comment ?? '', at: instant(dispute.at)!, by: dispute.by ?? '' }
      : null,
    promise: promise
      ? {
          date: promise.date,
          amount: promise.amount,
          comment: promise.comment ?? '',
          at: instant(promise.at)!,
          by: promise.by ?? '',
        }
      : null,
    brokenPromises: item.brokenPromises,
    course: courseView(item.course, carrier),
  }
}

/** The number stands in the id. */
function formerCarrier({ course }: ItemDocument): Carrier {
  const id = course?.carried?.by as string | null | undefined
  return id ? { id, number: id.slice(id.indexOf(':') + 1, id.lastIndexOf(':')) } : null
}

function courseView(course: ItemDocument['course'], carrier: Carrier): Invoice['course'] {
  if (!course) return null
  return {
    scenario: course.scenario,
    scenarioName: course.scenarioName,
    version: course.version,
    node: course.node ?? null,
    label: course.label,
    since: instant(course.since),
    nextAt: instant(course.nextAt),
    status: course.status,
    parked: course.parked ?? null,
    carrier,
  }
}

/** What a person should know first: settled, then what blocks, then what holds, then the due date. */
export function stateOf(item: ItemDocument, today: string): InvoiceState {
  if (item.open === 0) return item.paidDate ? 'paid' : 'closed'
  if (item.course?.status === 'parked') return 'parked'
  if (item.standing !== 'free') return item.standing
  return item.open > 0 && item.dueDate < today ? 'overdue' : 'not-due'
}

/** The same states as a database filter. */
export function stateFilter(state: InvoiceState, today: string): Record<string, unknown> {
  const free = { 'course.status': { $ne: 'parked' }, standing: 'free' }
  switch (state) {
    case 'paid':
      return { open: 0, paidDate: { $ne: null } }
    case 'closed':
      return { open: 0, paidDate: null }
    case 'parked':
      return { open: { $ne: 0 }, 'course.status': 'parked' }
    case 'disputed':
    case 'promised':
    case 'held':
      return { open: { $ne: 0 }, 'course.status': { $ne: 'parked' }, standing: state }
    case 'overdue':
      return { open: { $gt: 0 }, dueDate: { $lt: today }, ...free }
    case 'not-due':
      return { $or: [{ open: { $gt: 0 }, dueDate: { $gte: today } }, { open: { $lt: 0 } }], ...free }
  }
}

function instant(value: Date | string | null | undefined): string | null {
  return value ? new Date(value).toISOString() : null
}
