import type { Draft } from '../draft.ts'
import { Refusal } from '../refusal.ts'

/** Unties exits of a step. */
export interface Disconnect {
  readonly type: 'disconnect'
  readonly lines: readonly { readonly source: string; readonly ports: readonly string[] }[]
}

export function disconnect(draft: Draft, { lines }: Disconnect): void {
  for (const { source, ports } of lines) {
    for (const port of ports) {
      const edge = draft.edge(source, { port })
      if (edge !== undefined) draft.disconnect(edge)
    }
  }
  if (draft.changes.length === 0) throw new Refusal('nothing-to-do')
}
