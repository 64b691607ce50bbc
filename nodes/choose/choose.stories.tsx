import { chooseNode } from './choose.node.ts'

/** Drawn by Storybook's preview, which knows the card: a node knows only its own states. */
export default { title: 'Étapes/Choix', args: { kind: chooseNode.kind } }

export const Draft = { name: 'Brouillon' }
export const TwoWays = { name: 'Branches non reliées', args: { wired: ['otherwise'] } }
export const Invalid = {
  name: 'Sans condition',
  args: { settings: { branches: [] }, problems: { severity: 'error', count: 1 } },
}
export const Running = { name: 'Des dossiers y passent', args: { files: { standing: 3, disputed: 0 } } }
