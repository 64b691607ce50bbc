import { Temporal } from 'temporal-polyfill'
import { byTurn, carrierOf } from '../domain/desk/carrier.ts'
import type { SimulatedLife } from './simulated-life.ts'

/** Which file of a debtor carries the account, in virtual time and by currency (DOMAIN §3 rules 1 and 3). */
export class SimulatedCarrying {
  readonly #lives: () => readonly SimulatedLife[]
  readonly #zone: string

  constructor(lives: () => readonly SimulatedLife[], { zone }: { zone: string }) {
    this.#lives = lives
    this.#zone = zone
  }

  /** Whether another file carries the account of one that is being opened. */
  precedes(opening: SimulatedLife): boolean {
    return this.#peersOf(opening).some(
      (other) => other.canCarry && byTurn(other.file.invoice, opening.file.invoice) < 0,
    )
  }

  /** A reminder leaves: it lists what else is overdue of the account of the file that speaks. */
  list(speaking: SimulatedLife, at: string): void {
    const today = Temporal.Instant.from(at).toZonedDateTimeISO(this.#zone).toPlainDate().toString()
    for (const life of this.#peersOf(speaking)) {
      if (life !== speaking && life.canCarry && life.file.invoice.dueDate < today) life.list(at)
    }
  }

  /** Has those stand aside that would speak out of turn, and the one take over whose turn has come, until nothing changes. */
  settle(now: string): void {
    const isOutOfTurn = (life: SimulatedLife) => {
      const carrier = this.#carrierFor(life)
      return life.isSpeaking ? carrier !== null && carrier !== life : life.isCarried && carrier === life
    }
    for (;;) {
      const life = this.#lives().find(isOutOfTurn)
      if (!life) return
      if (life.isSpeaking) life.standAside(now)
      else life.takeOver(now)
    }
  }

  #carrierFor(life: SimulatedLife): SimulatedLife | null {
    const invoices = this.#peersOf(life).map((peer) => ({ ...peer.file.invoice, life: peer }))
    return carrierOf(invoices, (invoice) => invoice.life.canCarry)?.life ?? null
  }

  #peersOf({ file }: SimulatedLife): SimulatedLife[] {
    return this.#lives().filter((other) => other.file.invoice.currency === file.invoice.currency)
  }
}
