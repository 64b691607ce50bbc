import { registry } from '@relance/nodes/registry'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { type Checked, checkScenario, type Sample } from './check-scenario.ts'

/** Checks documents away from the page, so that a large one never holds up a drag. Answers carry the question's number. */
export interface CheckQuestion {
  readonly number: number
  readonly document: ScenarioDocument
  readonly sample: Sample | null
}
export interface CheckAnswer extends Checked {
  readonly number: number
}

addEventListener('message', ({ data: { number, document, sample } }: MessageEvent<CheckQuestion>) => {
  postMessage({ number, ...checkScenario({ document, registry, sample }) } satisfies CheckAnswer)
})
