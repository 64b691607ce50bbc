import { type DayTable, dayAt, midnightAt, spreadFrom, withinHours } from '../domain/calendar/day-table.ts'
import { type Ask, groupOf } from '../domain/desk/ask.ts'
import type { StepContact } from '../machine/types.ts'

/** What one file asks of the desk, with the group that its message would belong to. */
interface Wish {
  readonly group: number
  readonly contact: StepContact
  /** Legal steps and thanks keep no minimum delay. */
  readonly isExempt: boolean
}

/**
 * The contact desk of one debtor in numbers: what `decide` and `slotFor` of the domain answer, by table. Which message leaves first is
 * worked out when what is asked has changed.
 */
export class DeskByTable {
  /** When the message that leaves first does so, and its group; ∞ while nothing is asked. */
  at = Number.POSITIVE_INFINITY
  group = -1
  /** NaN before the first contact. */
  lastContactAt = Number.NaN
  /** Files that ask, in the order of asking. */
  readonly files: number[] = []
  readonly #wishes: Wish[] = []
  readonly #names: string[] = []
  readonly #known = new Map<StepContact, Wish[]>()
  readonly #minimumDelay: number
  readonly #currencies: readonly string[]
  #table!: DayTable
  #spread = 0
  #isStale = false

  constructor({
    minimumContactDelay,
    currencies,
  }: {
    minimumContactDelay: number
    currencies: readonly string[]
  }) {
    this.#minimumDelay = Math.max(1, minimumContactDelay)
    this.#currencies = currencies
  }

  /** Clears the desk for the next debtor. */
  reset(table: DayTable, spread: number): void {
    this.#table = table
    this.#spread = spread
    this.lastContactAt = Number.NaN
    this.files.length = 0
    this.#wishes.length = 0
    this.at = Number.POSITIVE_INFINITY
    this.#isStale = false
  }

  ask(file: number, wish: Wish): void {
    this.files.push(file)
    this.#wishes.push(wish)
    this.#isStale = true
  }

  withdraw(file: number): void {
    const index = this.files.indexOf(file)
    this.files.splice(index, 1)
    this.#wishes.splice(index, 1)
    this.#isStale = true
  }

  /** Brings `at` and `group` up to date. */
  plan(now: number): void {
    if (!this.#isStale) return
    this.#isStale = false
    const [first] = this.#wishes
    if (first === undefined) this.at = Number.POSITIVE_INFINITY
    else if (this.#wishes.every(({ group }) => group === first.group)) {
      this.group = first.group
      this.at = this.#slot(now, this.#wishes.some(({ isExempt }) => isExempt) ? Number.NaN : this.lastContactAt)
    } else this.#planMany(now)
  }

  /** Lets the planned message leave: the files that it spoke for are put into `spokenFor`; answers one of their wishes. */
  send(spokenFor: number[]): Wish {
    const { group } = this
    let kept = 0
    let sent = this.#wishes[0]!
    spokenFor.length = 0
    for (let index = 0; index < this.files.length; index++) {
      const wish = this.#wishes[index]!
      if (wish.group === group) {
        spokenFor.push(this.files[index]!)
        sent = wish
      } else {
        this.files[kept] = this.files[index]!
        this.#wishes[kept++] = wish
      }
    }
    this.files.length = kept
    this.#wishes.length = kept
    this.lastContactAt = this.at
    this.#isStale = true
    return sent
  }

  wishOf(contact: StepContact, { isThanks, currency }: { isThanks: boolean; currency: number }): Wish {
    const known = this.#known.get(contact) ?? []
    if (known.length === 0) this.#known.set(contact, known)
    known[currency * 2 + (isThanks ? 1 : 0)] ??= {
      contact,
      group: this.#groupOf(contact, { isThanks, currency }),
      isExempt: contact.legal || isThanks,
    }
    return known[currency * 2 + (isThanks ? 1 : 0)]!
  }

  #groupOf({ medium, role }: StepContact, { isThanks, currency }: { isThanks: boolean; currency: number }): number {
    const phase = isThanks ? 'thanks' : 'course'
    const name = groupOf({
      phase,
      medium,
      role,
      address: '',
      language: '',
      currency: this.#currencies[currency]!,
    } as Ask)
    const known = this.#names.indexOf(name)
    return known >= 0 ? known : this.#names.push(name) - 1
  }

  /** Several messages at once: the most insistent first, each counted as a contact for those behind it. */
  #planMany(now: number): void {
    const groups: { group: number; level: number; isExempt: boolean }[] = []
    for (const { group, contact, isExempt } of this.#wishes) {
      const known = groups.find((other) => other.group === group)
      if (!known) groups.push({ group, level: contact.level, isExempt })
      else {
        known.level = Math.max(known.level, contact.level)
        known.isExempt ||= isExempt
      }
    }
    groups.sort((a, b) => b.level - a.level || this.#names[a.group]!.localeCompare(this.#names[b.group]!))
    let last = this.lastContactAt
    this.at = Number.POSITIVE_INFINITY
    for (const { group, isExempt } of groups) {
      const at = this.#slot(now, isExempt ? Number.NaN : last)
      if (!(last > at)) last = at
      if (at >= this.at) continue
      this.at = at
      this.group = group
    }
  }

  #slot(now: number, last: number): number {
    const table = this.#table
    if (Number.isNaN(last)) return withinHours(table, now, this.#spread)
    const rested = midnightAt(table, dayAt(table, last) + this.#minimumDelay)
    return rested > now ? spreadFrom(table, rested, this.#spread) : withinHours(table, now, this.#spread)
  }
}
