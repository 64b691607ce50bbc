import { callTaskNode } from './call-task.node.ts'

/** Drawn by Storybook's preview, which knows the card: a node knows only its own states. */
export default { title: 'Étapes/Appel', args: { kind: callTaskNode.kind } }

export const Draft = { name: 'Brouillon' }
export const New = { name: 'Vient d’être ajouté', args: { wired: [], problems: { severity: 'error', count: 7 } } }
export const Salesperson = {
  name: 'Confié au commercial',
  args: { settings: { script: 'salesperson-call', assignee: 'salesperson', role: 'buyer', level: 1 } },
}
export const Invalid = {
  name: 'Insistance hors échelle',
  args: { settings: { level: 9 }, problems: { severity: 'error', count: 1 } },
}
export const Running = { name: 'Des appels attendent', args: { date: '21 oct.', files: { standing: 12, disputed: 0 } } }
export const Disputed = { name: 'Dont des litiges', args: { files: { standing: 12, disputed: 1 } } }
