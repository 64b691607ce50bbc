import { registry } from '@relance/nodes/registry'
import { frenchHolidays } from '@relance/runtime/domain/calendar/french-holidays'
import type { HolidayCalendar } from '@relance/runtime/domain/calendar/holiday-calendar'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { Sample } from '../course/sample.ts'
import { type Checked, checkScenario } from './check-scenario.ts'

/** Checks documents away from the page, so that a large one never holds up a drag. Answers carry the question's number. */
export interface CheckQuestion {
  readonly number: number
  readonly document: ScenarioDocument
  readonly sample: Sample | null
}
export interface CheckAnswer extends Checked {
  readonly number: number
}

addEventListener('message', async ({ data: { number, document, sample } }: MessageEvent<CheckQuestion>) => {
  const holidays = await holidaysFor(sample)
  postMessage({ number, ...checkScenario({ document, registry, sample, holidays }) } satisfies CheckAnswer)
})

/** Those of a typical customer are at hand; the library of all countries comes with the first real one. */
async function holidaysFor(sample: Sample | null): Promise<HolidayCalendar> {
  const { country, postalCode } = sample?.debtor ?? {}
  if (country === undefined) return frenchHolidays
  const { holidaysOf } = await import('@relance/runtime/domain/calendar/holidays-of')
  return holidaysOf({ country, postalCode })
}
