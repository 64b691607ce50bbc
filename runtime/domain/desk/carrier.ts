/**
 * An invoice triggers, a customer receives (DOMAIN §3 rule 1): of the invoices of one customer and currency, one *carries* the
 * account. Its steps speak for all of them; those of the others stand aside until it is their turn.
 */
export interface Carried {
  /** `YYYY-MM-DD`. */
  readonly dueDate: string
  /** As invoiced, in minor units: what is paid of it moves nothing. */
  readonly amount: number
}

/** Negative where the left one comes first: the earlier due, among those the larger. Zero leaves it to the order of the list. */
export function byTurn(left: Carried, right: Carried): number {
  if (left.dueDate !== right.dueDate) return left.dueDate < right.dueDate ? -1 : 1
  return right.amount - left.amount
}

/** The invoice that carries: of those that can, the first by turn. Null when none can: then each goes its own way. */
export function carrierOf<T extends Carried>(invoices: readonly T[], canCarry: (invoice: T) => boolean): T | null {
  let first: T | null = null
  for (const invoice of invoices) {
    if ((first === null || byTurn(invoice, first) < 0) && canCarry(invoice)) first = invoice
  }
  return first
}
