import type { LedgerColumns } from './ledger-columns.ts'

/**
 * What one debtor owes, by currency, as its files are paid and days go by. Days only grow, so each item becomes overdue once. It begins
 * when a scenario first asks: most accounts are never asked about.
 */
export class AccountSums {
  readonly balance: Float64Array
  readonly overdue: Float64Array
  readonly overdueInvoices: Float64Array
  readonly #ledger: LedgerColumns
  #isBegun = false
  #firstFile = 0
  #nextFile = 0
  #endFile = 0
  #nextOther = 0
  #endOther = 0

  constructor(ledger: LedgerColumns) {
    const currencies = ledger.names.currency.length
    this.#ledger = ledger
    this.balance = new Float64Array(currencies)
    this.overdue = new Float64Array(currencies)
    this.overdueInvoices = new Float64Array(currencies)
  }

  reset(): void {
    this.#isBegun = false
  }

  /** Brings the sums to a day. `isPaid` is asked by a file's place on the account. */
  bringTo(day: number, { debtor, isPaid }: { debtor: number; isPaid: (file: number) => boolean }): void {
    if (!this.#isBegun) this.#begin(debtor, isPaid)
    const { files, others } = this.#ledger
    for (; this.#nextFile < this.#endFile && files.dueDay[this.#nextFile]! < day; this.#nextFile++) {
      if (isPaid(this.#nextFile - this.#firstFile) || files.open[this.#nextFile]! <= 0) continue
      this.overdue[files.currency[this.#nextFile]!]! += files.open[this.#nextFile]!
      this.overdueInvoices[files.currency[this.#nextFile]!]!++
    }
    for (; this.#nextOther < this.#endOther && others.dueDay[this.#nextOther]! < day; this.#nextOther++) {
      if (!others.isInvoice[this.#nextOther] || others.open[this.#nextOther]! <= 0) continue
      this.overdue[others.currency[this.#nextOther]!]! += others.open[this.#nextOther]!
      this.overdueInvoices[others.currency[this.#nextOther]!]!++
    }
  }

  /** A file was paid, by its place on the account. */
  pay(file: number): void {
    if (!this.#isBegun) return
    const { files } = this.#ledger
    const index = this.#firstFile + file
    const currency = files.currency[index]!
    this.balance[currency]! -= files.open[index]!
    if (index >= this.#nextFile || files.open[index]! <= 0) return
    this.overdue[currency]! -= files.open[index]!
    this.overdueInvoices[currency]!--
  }

  #begin(debtor: number, isPaid: (file: number) => boolean): void {
    const { debtors, files, others } = this.#ledger
    this.#isBegun = true
    this.#firstFile = this.#nextFile = debtors.firstFile[debtor]!
    this.#endFile = debtors.firstFile[debtor + 1]!
    this.#nextOther = debtors.firstOther[debtor]!
    this.#endOther = debtors.firstOther[debtor + 1]!
    this.balance.fill(0)
    this.overdue.fill(0)
    this.overdueInvoices.fill(0)
    for (let file = this.#firstFile; file < this.#endFile; file++) {
      if (!isPaid(file - this.#firstFile)) this.balance[files.currency[file]!]! += files.open[file]!
    }
    for (let other = this.#nextOther; other < this.#endOther; other++) {
      this.balance[others.currency[other]!]! += others.open[other]!
    }
  }
}
