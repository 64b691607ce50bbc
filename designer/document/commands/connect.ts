import type { Draft } from '../draft.ts'
import { Refusal } from '../refusal.ts'

/** Leads one or several exits of a step to another step. */
export interface Connect {
  readonly type: 'connect'
  readonly source: string
  readonly ports: readonly string[]
  readonly target: string
}

export function connect(draft: Draft, { source, ports, target }: Connect): void {
  for (const port of ports) draft.connect({ source, port, target })
  if (draft.changes.length === 0) throw new Refusal('nothing-to-do')
}
