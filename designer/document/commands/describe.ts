import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { Draft } from '../draft.ts'

/** Changes what a scenario is: its name, for whom, in which languages. */
export interface Describe {
  readonly type: 'describe'
  readonly name?: string
  readonly description?: string
  readonly segment?: ScenarioDocument['segment']
  readonly languages?: ScenarioDocument['languages']
}

export function describeScenario(draft: Draft, { name, description, segment, languages }: Describe): void {
  if (name !== undefined) draft.set('name', name)
  if (description !== undefined) draft.set('description', description)
  if (segment !== undefined) draft.set('segment', segment)
  if (languages !== undefined) draft.set('languages', languages)
}
