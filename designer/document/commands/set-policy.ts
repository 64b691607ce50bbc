import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import type { Draft } from '../draft.ts'

/** Changes the rules that hold for the whole scenario. */
export interface SetPolicy {
  readonly type: 'set-policy'
  readonly policy: ScenarioPolicy
}

export function setPolicy(draft: Draft, { policy }: SetPolicy): void {
  draft.set('policy', policy)
}
