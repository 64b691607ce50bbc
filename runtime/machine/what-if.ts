import { Temporal } from 'temporal-polyfill'
import type { Happening } from './types.ts'

/** How the debtor behaves in a simulation. Days count from the due date and may be negative. */
export type WhatIf =
  | { readonly type: 'never-answers' }
  | { readonly type: 'pays'; readonly daysLate: number }
  /** Held back for `lasts` days, or for good. */
  | { readonly type: 'disputes'; readonly day: number; readonly lasts?: number }
  /** Promises on `day` to pay `within` days; the money comes on the last of them, or not at all. */
  | { readonly type: 'promises'; readonly day: number; readonly within: number; readonly kept: boolean }

type Dated = 'PAID' | 'DISPUTED' | 'DISPUTE_RESOLVED' | 'PROMISED' | 'PROMISE_ENDED'

export interface DatedHappening {
  readonly at: string
  readonly happening: Happening
}

/** What will happen to a file, in order, each at noon of its day in the zone. */
export function happeningsOf(whatIf: WhatIf, { dueDate, zone }: { dueDate: string; zone: string }): DatedHappening[] {
  const onDay = (days: number, type: Dated): DatedHappening => {
    const noon = Temporal.PlainDate.from(dueDate).add({ days }).toZonedDateTime({ timeZone: zone, plainTime: '12:00' })
    return { at: noon.toInstant().toString(), happening: { type } }
  }
  switch (whatIf.type) {
    case 'never-answers':
      return []
    case 'pays':
      return [onDay(whatIf.daysLate, 'PAID')]
    case 'disputes': {
      const { day, lasts } = whatIf
      const opened = onDay(day, 'DISPUTED')
      return lasts === undefined ? [opened] : [opened, onDay(day + lasts, 'DISPUTE_RESOLVED')]
    }
    case 'promises': {
      const { day, within, kept } = whatIf
      // A promise runs to the end of its last day.
      return [onDay(day, 'PROMISED'), kept ? onDay(day + within, 'PAID') : onDay(day + within + 1, 'PROMISE_ENDED')]
    }
  }
}
