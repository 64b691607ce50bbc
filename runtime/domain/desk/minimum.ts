import { addDays } from '../ageing/days-between.ts'

/** What an account has to owe in a currency before somebody is written to or called; minor units. */
export interface MinimumAmount {
  readonly currency: string
  /** For reminders and calls. */
  readonly reminder: number
  /** For the steps that the law wants, which cost more. */
  readonly legal: number
}

interface WhoseMinimum {
  readonly currency: string
  readonly legal: boolean
  /** The customer's own: for its currencies it stands in for the entity's. */
  readonly own: readonly MinimumAmount[]
  readonly usual: readonly MinimumAmount[]
}

/** The minimum that counts for a customer, in minor units; 0 where nobody set one. */
export function minimumOf({ currency, legal, own, usual }: WhoseMinimum): number {
  const set = [...own, ...usual].find((minimum) => minimum.currency === currency)
  return set === undefined ? 0 : set[legal ? 'legal' : 'reminder']
}

interface ClaimableItem {
  readonly id: string
  /** Minor units; a credit note or a payment to be matched is negative and counts against the rest. */
  readonly open: number
  readonly dueDate: string
}

interface AccountQuestion {
  /** What the account may be asked for, in one currency. */
  readonly items: readonly ClaimableItem[]
  /** Ids of the invoices whose steps ask: they count before they are due. */
  readonly asked: ReadonlySet<string>
  readonly minimum: number
  readonly today: string
}

/** An account that owes too little. */
export interface ShortAccount {
  readonly claimed: number
  readonly minimum: number
  /** The day on which it owes enough as other invoices fall due, `YYYY-MM-DD`; null while that is not in sight. */
  readonly enoughOn: string | null
}

/**
 * Whether what is overdue on an account, with what the asking invoices owe, is too little to write about; null when it is
 * enough. The account is measured, not the invoice: small invoices are claimed together with the others.
 */
export function shortAccount({ items, asked, minimum, today }: AccountQuestion): ShortAccount | null {
  const counts = ({ id, open, dueDate }: ClaimableItem) => open < 0 || dueDate < today || asked.has(id)
  const claimed = items.filter(counts).reduce((sum, { open }) => sum + open, 0)
  if (claimed >= minimum) return null
  const later = items.filter((item) => !counts(item)).sort((left, right) => left.dueDate.localeCompare(right.dueDate))
  let sum = claimed
  const enough = later.find(({ open }) => {
    sum += open
    return sum >= minimum
  })
  return { claimed, minimum, enoughOn: enough ? addDays(enough.dueDate, 1) : null }
}
