import { endNode } from './end.node.ts'

/** Drawn by Storybook's preview, which knows the card: a node knows only its own states. */
export default { title: 'Étapes/Fin', args: { kind: endNode.kind } }

export const Draft = { name: 'Brouillon' }
export const Litigation = {
  name: 'Passage au contentieux',
  args: { settings: { reason: 'litigation', closes: true }, date: '12 déc.' },
}
export const Invalid = {
  name: 'Motif inconnu',
  args: { settings: { reason: 'vacances' }, problems: { severity: 'error', count: 1 } },
}
