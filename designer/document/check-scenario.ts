import type { HolidayCalendar } from '@relance/runtime/domain/calendar/holiday-calendar'
import { checkPressure } from '@relance/runtime/machine/checks/check-pressure'
import { compile } from '@relance/runtime/machine/compile'
import { simulate } from '@relance/runtime/machine/simulate'
import type { SimulatedFile } from '@relance/runtime/machine/simulated-file'
import type { Problem } from '@relance/runtime/machine/types'
import type { Registry } from '@relance/sdk/registry'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { type DatedCourse, datedCourse } from '../course/dated-course.ts'
import type { Sample } from '../course/sample.ts'

export interface Checked {
  readonly problems: readonly Problem[]
  /** The course of the sample; null without one, and while the scenario has errors. */
  readonly course: DatedCourse | null
}

const lookAheadMs = 730 * 86_400_000

/** Compiles a document and, for a sample invoice, lives it through in virtual time. Sends and reads nothing. */
export function checkScenario({
  document,
  registry,
  sample,
  holidays,
}: {
  document: ScenarioDocument
  registry: Registry
  sample: Sample | null
  holidays: HolidayCalendar
}): Checked {
  const compilation = compile({ document, registry })
  if (!compilation.ok) return { problems: compilation.problems, course: null }
  const problems = [...compilation.problems, ...checkPressure(compilation.compiled, document)]
  if (sample === null) return { problems, course: null }
  const { from, zone, whatIf } = sample
  const simulation = simulate({
    compiled: compilation.compiled,
    policy: document.policy,
    file: fileOf(sample, document),
    ...{ zone, holidays, whatIf },
    from: `${from}T08:00:00Z`,
    until: new Date(Date.parse(from) + lookAheadMs).toISOString(),
  })
  return { problems, course: datedCourse(simulation) }
}

function fileOf({ invoice, debtor }: Sample, { segment }: ScenarioDocument): SimulatedFile {
  const { postalCode: _, ...facts } = debtor
  const usual = { id: 'sample', segment: segment ?? 'pme', country: 'FR', language: 'fr', meanDelay: 0 } as const
  return { invoice, debtor: { ...usual, ...facts }, entity: { code: 'FR' } }
}
