import type { Changes, KnownDebtor, KnownItem, LedgerReader, LedgerWriter } from './ledger.ts'
import { adjusted } from './plan/adjustments.ts'
import type { RowEntity } from './rows/row-context.ts'

/** A ledger in memory behind the ports of an import, for tests that ask what was written, thousands of times. */
export class MemoryLedger implements LedgerReader, LedgerWriter {
  readonly debtorsById = new Map<string, KnownDebtor>()
  readonly itemsById = new Map<string, KnownItem>()
  readonly postedPayments = new Map<string, boolean>()
  writes = 0
  readonly #entities: readonly RowEntity[]

  constructor(entities: readonly RowEntity[]) {
    this.#entities = entities
  }

  entities = async () => this.#entities
  debtors = async (ids: readonly string[]) => pick(this.debtorsById, ids)
  items = async (ids: readonly string[]) => pick(this.itemsById, ids)
  payments = async (ids: readonly string[]) => pick(this.postedPayments, ids)
  openItems = async (entity: string) =>
    [...this.itemsById.values()].filter((item) => item.entity === entity && item.open !== 0)

  refreshDelays = async () => {}

  write = async (changes: Changes) => {
    if (Object.values(changes).some((list) => list.length > 0)) this.writes += 1
    for (const debtor of changes.newDebtors) this.debtorsById.set(debtor._id, debtor)
    for (const { id, set } of changes.debtors) this.debtorsById.set(id, { ...this.debtorsById.get(id)!, ...set })
    for (const item of changes.newItems) this.itemsById.set(item._id, item)
    for (const { id, set } of changes.items) this.#change(id, set)
    for (const { item, from, to, date, cause } of changes.balances) {
      const deduction = adjusted(`${cause}:${item}:${date}`, from - to, { closes: to === 0 })
      this.#change(item, { open: to, statedOn: date, paidDate: to === 0 ? date : null }, deduction)
    }
    for (const { payment, counted } of changes.payments) {
      this.postedPayments.set(payment._id, true)
      const { open } = this.itemsById.get(payment.invoice!)!
      const deducted = counted ? 0 : Math.min(open, payment.amount)
      const left = open - deducted
      this.#change(
        payment.invoice!,
        { open: left, ...(left === 0 && { paidDate: payment.date }) },
        adjusted(payment._id, payment.amount, { closes: left === 0 }),
      )
    }
  }

  #change(id: string, set: Partial<KnownItem>, deduction?: object): void {
    const item = this.itemsById.get(id)!
    const payments = deduction ? [...item.payments, deduction] : item.payments
    this.itemsById.set(id, { ...item, ...set, payments })
  }
}

function pick<T>(all: ReadonlyMap<string, T>, ids: readonly string[]): Map<string, T> {
  return new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id)!] as const] : [])))
}
