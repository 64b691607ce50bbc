import { carrierOf } from '../domain/desk/carrier.ts'
import { type InForce, restraintId } from '../domain/desk/restraint.ts'
import type { ItemDocument } from '../models/item.ts'

const fields = [
  ...(['_id', 'number', 'type', 'debtor', 'issueDate', 'dueDate', 'amount', 'open', 'currency'] as const),
  ...(['dispute', 'promise', 'held', 'course'] as const),
] as const

/** What decides which invoice carries. */
export type Bearer = Pick<ItemDocument, (typeof fields)[number]>

/** The same as a projection. */
export const bearerFields = Object.fromEntries(fields.map((field) => [field, 1])) as Record<string, 1>

/** Whether an invoice may carry its account, but for a restraint: free, its file under way, with something left to tell. */
export function isFitToCarry({
  type,
  open,
  dispute,
  promise,
  held,
  course,
}: Pick<Bearer, 'type' | 'open' | 'dispute' | 'promise' | 'held' | 'course'>): boolean {
  if (type !== 'invoice' || open <= 0 || dispute || promise || held || !course?.hasContacts) return false
  return course.status !== 'parked' && course.status !== 'ended'
}

/** Ids of the restraints that keep some invoices of an account from carrying it; where one alone could, none matters. */
export function restraintIdsAmong(items: readonly Bearer[]): string[] {
  const fit = items.filter(isFitToCarry)
  if (fit.length < 2) return []
  return [insolvencyOf(fit[0]!.debtor), ...fit.map(({ _id }) => exclusionOf(_id))]
}

/** The invoice that carries a debtor's account in a currency; null when none can. `restraints` knows {@link restraintIdsAmong}. */
export function carrierAmong<T extends Bearer>(
  items: readonly T[],
  { currency, restraints }: { currency: string; restraints: InForce },
): T | null {
  const own = items.filter((item) => item.currency === currency).sort((a, b) => (a._id < b._id ? -1 : 1))
  return carrierOf(own, (item) => isFitToCarry(item) && !isRestrained(item, restraints))
}

/** What bears on the whole account, a pause of the customer say, leaves the turns as they are. */
function isRestrained({ _id, debtor, issueDate }: Bearer, restraints: InForce): boolean {
  const judgment = restraints.get(insolvencyOf(debtor))
  return restraints.has(exclusionOf(_id)) || (judgment != null && issueDate <= judgment)
}

const exclusionOf = (target: string) => restraintId({ kind: 'exclusion', scope: 'invoice', target })
const insolvencyOf = (target: string) => restraintId({ kind: 'hold', scope: 'insolvency', target })
