import type { Draft } from '../draft.ts'

/** Gives a step its own title; empty returns to the name of its kind. */
export interface Rename {
  readonly type: 'rename'
  readonly node: string
  readonly label: string
}

export function rename(draft: Draft, { node, label }: Rename): void {
  draft.changeNode(node, { label })
}
