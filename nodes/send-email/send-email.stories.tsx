import { sendEmailNode } from './send-email.node.ts'

/** Drawn by Storybook's preview, which knows the card: a node knows only its own states. */
export default { title: 'Étapes/E-mail', args: { kind: sendEmailNode.kind } }

export const Draft = { name: 'Brouillon' }
export const ToConfirm = {
  name: 'Relance ferme à confirmer',
  args: { settings: { template: 'firm-reminder', role: 'accounts-payable', level: 3, confirmation: 'manual' } },
}
export const Invalid = {
  name: 'Modèle illisible',
  args: { settings: { template: 'Relance n°1' }, problems: { severity: 'error', count: 1 } },
}
export const Unwired = {
  name: 'Issue non reliée',
  args: { wired: ['sent'], problems: { severity: 'error', count: 1 } },
}
export const Running = { name: 'Des dossiers y sont', args: { date: '14 oct.', files: { standing: 42, disputed: 0 } } }
export const Disputed = { name: 'Dont des litiges', args: { files: { standing: 42, disputed: 3 } } }
export const Chosen = { name: 'Choisi', args: { selected: true, label: 'Relance du 15 du mois' } }
