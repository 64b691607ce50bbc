import type { LedgerColumns } from './ledger-columns.ts'

const nobody = -1

/** What the account tells of a file, by its place on it. */
interface Files {
  readonly canCarry: (file: number) => boolean
  /** Paid: never to carry again. */
  readonly isPaid: (file: number) => boolean
}

/** Which file carries each currency of one debtor's account: what `carrierOf` of the domain answers, kept from event to event. */
export class CarryingByTable {
  /** Something has happened after which another file may have to speak. */
  isUnsettled = false
  readonly #ledger: LedgerColumns
  readonly #files: Files
  readonly #carrier: Int32Array
  readonly #isStale: Uint8Array
  /** Files by their turn; those before `#from` are paid. */
  #order: number[] = []
  #from = 0
  #base = 0

  constructor(ledger: LedgerColumns, files: Files) {
    const currencies = ledger.names.currency.length
    this.#ledger = ledger
    this.#files = files
    this.#carrier = new Int32Array(currencies)
    this.#isStale = new Uint8Array(currencies)
  }

  /** Clears everything for the next debtor. An account of one file needs no turns. */
  reset(base: number, count: number): void {
    this.#base = base
    this.#from = 0
    this.#order.length = 0
    this.isUnsettled = false
    this.#carrier.fill(nobody)
    this.#isStale.fill(0)
    if (count < 2) return
    for (let file = 0; file < count; file++) this.#insert(file)
  }

  /** A file can carry from now on, or no longer. */
  change(file: number): void {
    if (this.#order.length === 0) return
    this.#isStale[this.#currencyOf(file)] = 1
    this.isUnsettled = true
  }

  /** A file speaks. */
  hear(): void {
    if (this.#order.length > 0) this.isUnsettled = true
  }

  /** Whether another file carries the account for this one. */
  isOutOfTurn(file: number): boolean {
    const carrier = this.of(this.#currencyOf(file))
    return carrier !== nobody && carrier !== file
  }

  /** Whether another carries the account of a file that is being opened. */
  isLater(file: number): boolean {
    const carrier = this.of(this.#currencyOf(file))
    return carrier !== nobody && this.#byTurn(carrier, file) < 0
  }

  /** The file that carries a currency, or −1. */
  of(currency: number): number {
    if (!this.#isStale[currency]) return this.#carrier[currency]!
    this.#isStale[currency] = 0
    while (this.#from < this.#order.length && this.#files.isPaid(this.#order[this.#from]!)) this.#from++
    let carrier = nobody
    for (let turn = this.#from; turn < this.#order.length && carrier === nobody; turn++) {
      const file = this.#order[turn]!
      if (this.#currencyOf(file) === currency && this.#files.canCarry(file)) carrier = file
    }
    this.#carrier[currency] = carrier
    return carrier
  }

  get currencies(): number {
    return this.#order.length === 0 ? 0 : this.#carrier.length
  }

  /** Files come by due date, so that only those of one day change places. */
  #insert(file: number): void {
    let place = this.#order.length
    while (place > 0 && this.#byTurn(file, this.#order[place - 1]!) < 0) place--
    this.#order.splice(place, 0, file)
  }

  #byTurn(left: number, right: number): number {
    const { dueDay, amount } = this.#ledger.files
    const days = dueDay[this.#base + left]! - dueDay[this.#base + right]!
    return days !== 0 ? days : amount[this.#base + right]! - amount[this.#base + left]!
  }

  #currencyOf(file: number): number {
    return this.#ledger.files.currency[this.#base + file]!
  }
}
