import type { Segment } from '@relance/sdk/facts'
import type { Assumptions, Delay } from '../domain/conduct/assumptions.ts'
import type { DebtorColumns } from './ledger-columns.ts'

/** Under so many payments a customer, or a segment, is not known by its own. */
const fewest = { customer: 3, segment: 10 }

/** How each customer has paid so far: mean and spread of its delays in days, and the mean weighted by amount. */
export class PayerHabits {
  readonly #count: Float64Array
  readonly #sum: Float64Array
  readonly #squares: Float64Array
  readonly #amount: Float64Array
  readonly #weighted: Float64Array

  constructor(debtors: number) {
    this.#count = new Float64Array(debtors)
    this.#sum = new Float64Array(debtors)
    this.#squares = new Float64Array(debtors)
    this.#amount = new Float64Array(debtors)
    this.#weighted = new Float64Array(debtors)
  }

  note(debtor: number, { delay, amount }: { delay: number; amount: number }): void {
    this.#count[debtor]!++
    this.#sum[debtor]! += delay
    this.#squares[debtor]! += delay * delay
    this.#amount[debtor]! += amount
    this.#weighted[debtor]! += delay * amount
  }

  /** Fills in what is known of each customer; the others pay as their segment does, in this ledger or as is assumed. */
  write(
    { mean, deviation, meanDelay }: Pick<DebtorColumns, 'mean' | 'deviation' | 'meanDelay'>,
    { segments, usual }: { segments: readonly Segment[] } & Pick<Assumptions, 'usual'>,
  ): void {
    const bySegment = this.#bySegment(segments, usual)
    for (const [debtor, segment] of segments.entries()) {
      const isKnown = this.#count[debtor]! >= fewest.customer
      const delay = isKnown ? this.#delayOf([debtor]) : bySegment(segment)
      mean[debtor] = delay.mean
      deviation[debtor] = delay.deviation
      meanDelay[debtor] = this.#amount[debtor]! > 0 ? Math.round(this.#weighted[debtor]! / this.#amount[debtor]!) : 0
    }
  }

  #bySegment(segments: readonly Segment[], usual: Assumptions['usual']): (segment: Segment) => Delay {
    const known = new Map<Segment, Delay>()
    return (segment) => {
      const found = known.get(segment) ?? this.#segmentDelay(segment, segments) ?? usual[segment]
      known.set(segment, found)
      return found
    }
  }

  #segmentDelay(segment: Segment, segments: readonly Segment[]): Delay | null {
    const own = segments.flatMap((other, debtor) => (other === segment ? [debtor] : []))
    const payments = own.reduce((sum, debtor) => sum + this.#count[debtor]!, 0)
    return payments >= fewest.segment ? this.#delayOf(own) : null
  }

  #delayOf(debtors: readonly number[]): Delay {
    const total = (values: Float64Array) => debtors.reduce((sum, debtor) => sum + values[debtor]!, 0)
    const count = total(this.#count)
    const mean = total(this.#sum) / count
    return { mean, deviation: Math.sqrt(Math.max(0, total(this.#squares) / count - mean * mean)) }
  }
}
