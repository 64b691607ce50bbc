import type { ContactHours } from '@relance/sdk/scenario-document'
import { type DayTable, dayTable } from '../domain/calendar/day-table.ts'
import type { HolidayCalendar } from '../domain/calendar/holiday-calendar.ts'
import { holidaysOf } from '../domain/calendar/holidays-of.ts'

export interface Place {
  readonly zone: string
  readonly country: string
  readonly postalCode: string
}

/** The calendars of a ledger's debtors, each once however many places share it. */
export class Calendars {
  readonly #byPlace = new Map<string, number>()
  readonly #list: { readonly zone: string; readonly holidays: HolidayCalendar }[] = []

  of({ zone, country, postalCode }: Place): number {
    const key = `${zone}/${country}/${postalCode}`
    const known = this.#byPlace.get(key)
    if (known !== undefined) return known
    const holidays = holidaysOf({ country, postalCode })
    const same = this.#list.findIndex((other) => other.zone === zone && other.holidays === holidays)
    const index = same >= 0 ? same : this.#list.push({ zone, holidays }) - 1
    this.#byPlace.set(key, index)
    return index
  }

  /** Their days under the contact hours of a scenario. */
  tables(hours: ContactHours, days: { first: number; last: number }): DayTable[] {
    return this.#list.map((calendar) => dayTable({ ...calendar, hours }, days))
  }
}
