import { column, type Subject } from './column.ts'
import { debtorColumn, emailColumn, entityColumn, languageColumn, phoneColumn } from './shared-columns.ts'

const columns = [
  debtorColumn,
  entityColumn,
  column(
    'role',
    { fr: 'rôle', en: 'role' },
    'role, role du contact, fonction, service, type de contact, contact role, function, department',
  ),
  column(
    'name',
    { fr: 'nom du contact', en: 'contact name' },
    'nom du contact, nom contact, nom complet, nom et prenom, contact, interlocuteur, contact name, full name, last name, nom, name',
  ),
  column('firstName', { fr: 'prénom', en: 'first name' }, 'prenom, prenom du contact, first name, given name'),
  emailColumn,
  phoneColumn,
  languageColumn,
  column(
    'optedOut',
    { fr: 'ne plus contacter', en: 'do not contact' },
    'ne plus contacter, opposition, desinscrit, desabonne, opted out, opt out, do not contact, unsubscribed',
  ),
]

export const contacts = {
  name: 'contacts',
  columns,
  needs: [['debtor'], ['email', 'phone'], ['name', 'role', 'firstName']],
} as const satisfies Subject<(typeof columns)[number]['field']>
