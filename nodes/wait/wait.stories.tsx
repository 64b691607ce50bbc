import { waitNode } from './wait.node.ts'

/** Drawn by Storybook's preview, which knows the card: a node knows only its own states. */
export default { title: 'Étapes/Attente', args: { kind: waitNode.kind } }

export const Draft = { name: 'Brouillon' }
export const BeforeDue = {
  name: 'Avant l’échéance, en jours ouvrés',
  args: { settings: { days: 5, unit: 'working', direction: 'before', from: 'dueDate' } },
}
export const AfterPrevious = {
  name: 'Après l’étape précédente',
  args: { settings: { days: 10, from: 'previousStep' }, date: '14 oct.' },
}
export const Invalid = {
  name: 'Avant une date inconnue',
  args: {
    settings: { days: 5, direction: 'before', from: 'paymentDate' },
    problems: { severity: 'error', count: 1 },
  },
}
export const Running = { name: 'Des dossiers attendent', args: { files: { standing: 128, disputed: 0 } } }
export const Disputed = { name: 'Dont des litiges', args: { files: { standing: 128, disputed: 6 } } }
