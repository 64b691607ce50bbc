import type { ScenarioNode } from '@relance/sdk/scenario-document'
import type { Draft } from '../draft.ts'

/** Replaces the settings of a step. `ports` are the exits that they offer: lines of the exits that vanish go with them. */
export interface SetSettings {
  readonly type: 'set-settings'
  readonly node: string
  readonly settings: ScenarioNode['settings']
  readonly ports?: readonly string[]
}

export function setSettings(draft: Draft, { node, settings, ports }: SetSettings): void {
  draft.changeNode(node, { settings })
  if (ports === undefined) return
  const gone = draft.edges.filter((edge) => edge.source === node && !ports.includes(edge.port))
  for (const edge of gone) draft.disconnect(edge)
}
