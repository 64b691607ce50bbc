import type { ComponentType } from 'react'

/** How a kind looks: an icon and the colour of its channel, tokens of the design system. */
export interface NodeFace {
  readonly kind: string
  readonly icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  readonly colour: 'blue' | 'teal' | 'violet' | 'orange' | 'grape' | 'gray' | 'red' | 'yellow' | 'green'
}

export function defineFace(node: { readonly kind: string }, face: Omit<NodeFace, 'kind'>): NodeFace {
  return { kind: node.kind, ...face }
}
