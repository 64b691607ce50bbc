import type { ItemDocument } from '../../models/item.ts'
import type { AccountView } from './desk-view.ts'

/** How far ahead (ms) invoices count as due together. */
const together = 120_000

type Account = Pick<AccountView, 'items'> & { readonly now: Date }

/** Whether another invoice of the debtor wakes now or within two minutes: it would otherwise send a message of its own. */
export function areOthersDue(asked: readonly string[], account: Account): boolean {
  return othersOf(asked, account).some(({ course }) => course?.nextAt != null && isSoon(course.nextAt, account))
}

/** Whether every other invoice rests: it asks for nothing within two minutes, whether it was started or not. */
export function doOthersRest(asked: readonly string[], account: Account): boolean {
  return othersOf(asked, account).every(({ type, course }) => {
    if (type !== 'invoice' || course?.carried) return true
    if (!course || (course.status === 'running' && !course.nextAt)) return false
    return course.nextAt == null || !isSoon(course.nextAt, account)
  })
}

function othersOf(asked: readonly string[], { items }: Account): ItemDocument[] {
  return [...items.values()].filter(({ _id, open }) => open > 0 && !asked.includes(_id))
}

function isSoon(at: Date, { now }: Account): boolean {
  return at.getTime() <= now.getTime() + together
}
