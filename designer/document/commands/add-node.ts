import type { ScenarioNode } from '@relance/sdk/scenario-document'
import type { Draft } from '../draft.ts'
import type { Position } from './move.ts'

/** Where a new step hangs: behind a start, or behind some exits of another step. */
export type Attachment =
  | { readonly entry: 'open' | 'paid' }
  | { readonly source: string; readonly ports: readonly string[] }

/** Adds a step; `before` is the step that then follows it by `ports`, when it is put on a line. */
export interface AddNode {
  readonly type: 'add-node'
  readonly node: ScenarioNode
  readonly after?: Attachment
  readonly before?: string
  /** Exits of the new step to lead to `before`. */
  readonly ports?: readonly string[]
  /** Steps that give way, with their new places. */
  readonly moved?: Readonly<Record<string, Position>>
}

export function addNode(draft: Draft, command: AddNode): void {
  draft.addNode(command.node)
  attach(draft, { to: command.node.id, after: command.after })
  for (const [id, position] of Object.entries(command.moved ?? {})) {
    if (draft.node(id).locked !== true) draft.changeNode(id, { position: { ...position } })
  }
  if (command.before === undefined) return
  for (const port of command.ports ?? []) draft.connect({ source: command.node.id, port, target: command.before })
}

function attach(draft: Draft, { to, after }: { to: string; after: Attachment | undefined }): void {
  if (after === undefined) return
  if ('entry' in after) draft.setEntry(after.entry, to)
  else for (const port of after.ports) draft.connect({ source: after.source, port, target: to })
}
