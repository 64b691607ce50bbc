import type { Segment } from '@relance/sdk/facts'
import { dayNumber } from '../domain/calendar/day-number.ts'
import { spreadHash } from '../domain/calendar/spread.ts'
import { Dictionary } from './dictionary.ts'
import type { FileColumns, OtherColumns } from './ledger-columns.ts'
import type { PayerHabits } from './payer-habits.ts'

/** An item as files and database tell it. Amounts in minor units, credit notes and payments negative; dates `YYYY-MM-DD`. */
export interface LedgerItem {
  readonly number: string
  readonly entity: string
  /** The debtor's id. */
  readonly debtor: string
  readonly type: 'invoice' | 'credit-note' | 'payment' | 'other'
  readonly amount: number
  /** Null for the whole amount. */
  readonly open: number | null
  readonly currency: string
  readonly issueDate: string
  readonly dueDate: string
  readonly paidDate: string | null
  readonly segment: Segment | null
}

/** What an item is to a simulation: nothing any more, a file to be played, or another part of the account. */
export const roles = { none: 0, file: 1, other: 2 } as const

/** The items of a ledger in columns, in the order in which they came: each is read once. */
export class ItemColumns {
  readonly currencies = new Dictionary()
  readonly owner: Int32Array
  readonly role: Uint8Array
  readonly isInvoice: Uint8Array
  readonly dueDay: Int32Array
  readonly issueDay: Int32Array
  readonly amount: Float64Array
  readonly open: Float64Array
  readonly currency: Uint8Array
  readonly key: Uint32Array
  readonly #days = new Map<string, number>()

  constructor(count: number) {
    this.owner = new Int32Array(count)
    this.role = new Uint8Array(count)
    this.isInvoice = new Uint8Array(count)
    this.dueDay = new Int32Array(count)
    this.issueDay = new Int32Array(count)
    this.amount = new Float64Array(count)
    this.open = new Float64Array(count)
    this.currency = new Uint8Array(count)
    this.key = new Uint32Array(count)
  }

  /** Reads one item; `isOurs` tells whether the scenario is for it. */
  read(index: number, { item, owner, isOurs }: { item: LedgerItem; owner: number; isOurs: boolean }): void {
    const { type, number, amount, paidDate } = item
    const open = item.open ?? (paidDate === null ? amount : 0)
    const isInvoice = type === 'invoice'
    this.owner[index] = owner
    this.isInvoice[index] = isInvoice ? 1 : 0
    this.role[index] = open === 0 ? roles.none : isInvoice && open > 0 && isOurs ? roles.file : roles.other
    this.dueDay[index] = this.#dayOf(item.dueDate)
    this.issueDay[index] = this.#dayOf(item.issueDate)
    this.amount[index] = amount
    this.open[index] = open
    this.currency[index] = this.currencies.of(item.currency)
    this.key[index] = spreadHash(number)
  }

  /** Tells the habits of an invoice that was paid. */
  remember(index: number, { paidDate, habits }: { paidDate: string | null; habits: PayerHabits }): void {
    if (paidDate === null || !this.isInvoice[index]) return
    const delay = this.#dayOf(paidDate) - this.dueDay[index]!
    habits.note(this.owner[index]!, { delay, amount: this.amount[index]! })
  }

  /** The items of a role by debtor and due date, and where each debtor's begin. */
  inOrder(wanted: number, debtors: number): { order: Int32Array; first: Int32Array } {
    const { owner, role, dueDay } = this
    const first = new Int32Array(new SharedArrayBuffer((debtors + 1) * 4))
    for (let index = 0; index < owner.length; index++) if (role[index] === wanted) first[owner[index]! + 1]!++
    for (let debtor = 0; debtor < debtors; debtor++) first[debtor + 1]! += first[debtor]!
    const next = first.slice()
    const order = new Int32Array(first[debtors]!)
    for (let index = 0; index < owner.length; index++) {
      if (role[index] === wanted) order[next[owner[index]!]!++] = index
    }
    const byDueDay = (a: number, b: number) => dueDay[a]! - dueDay[b]! || a - b
    for (let debtor = 0; debtor < debtors; debtor++) {
      if (first[debtor + 1]! - first[debtor]! > 1) order.subarray(first[debtor]!, first[debtor + 1]!).sort(byDueDay)
    }
    return { order, first }
  }

  /** `spread` tells one customer from another, `seed` one simulation from another. */
  files(order: Int32Array, { spread, seed }: { spread: Uint32Array; seed: number }): FileColumns {
    const key = shared(Uint32Array, { from: this.key, order })
    for (let place = 0; place < order.length; place++) {
      key[place] = key[place]! ^ Math.imul(spread[this.owner[order[place]!]!]! + seed, 0x9e3779b9)
    }
    return {
      ...{ count: order.length, key },
      amount: shared(Float64Array, { from: this.amount, order }),
      open: shared(Float64Array, { from: this.open, order }),
      currency: shared(Uint8Array, { from: this.currency, order }),
      issueDay: shared(Int32Array, { from: this.issueDay, order }),
      dueDay: shared(Int32Array, { from: this.dueDay, order }),
    }
  }

  others(order: Int32Array): OtherColumns {
    return {
      open: shared(Float64Array, { from: this.open, order }),
      dueDay: shared(Int32Array, { from: this.dueDay, order }),
      currency: shared(Uint8Array, { from: this.currency, order }),
      isInvoice: shared(Uint8Array, { from: this.isInvoice, order }),
    }
  }

  /** A ledger holds few dates: each is worked out once. */
  #dayOf(date: string): number {
    let day = this.#days.get(date)
    if (day === undefined) {
      day = dayNumber(date)
      this.#days.set(date, day)
    }
    return day
  }
}

type Column = Int32Array | Uint32Array | Uint8Array | Float64Array

/** The chosen places of a column, in memory that threads share. */
function shared<T extends Column>(
  Kind: (new (memory: SharedArrayBuffer) => T) & { readonly BYTES_PER_ELEMENT: number },
  { from, order }: { from: T; order: Int32Array },
): T {
  const column = new Kind(new SharedArrayBuffer(order.length * Kind.BYTES_PER_ELEMENT))
  for (let place = 0; place < order.length; place++) column[place] = from[order[place]!]!
  return column
}
