import { column, type Subject } from './column.ts'
import { currencyColumn, debtorColumn, entityColumn } from './shared-columns.ts'

const columns = [
  column(
    'invoice',
    { fr: 'numéro de facture', en: 'invoice number' },
    'numero de facture, numero facture, n facture, n de facture, no facture, num facture, reference facture, facture reglee, facture, numero de piece, numero piece, n piece, piece, invoice number, invoice no, invoice id, invoice, item number, item, document number, document, numero, number',
  ),
  debtorColumn,
  entityColumn,
  column(
    'amount',
    { fr: 'montant réglé', en: 'amount paid' },
    'montant regle, montant paye, montant encaisse, montant du reglement, montant reglement, montant du paiement, payment amount, paid amount, amount paid, amount received, montant, amount',
    { holds: 'amount' },
  ),
  column(
    'date',
    { fr: 'date de règlement', en: 'payment date' },
    'date de reglement, date du reglement, date reglement, date de paiement, date du paiement, date paiement, date d encaissement, date encaissement, date de valeur, payment date, date paid, paid date, paid on, received on, value date, booking date, date',
    { holds: 'date' },
  ),
  column(
    'reference',
    { fr: 'référence', en: 'reference' },
    'reference du reglement, reference reglement, reference de paiement, reference paiement, reference virement, payment reference, payment id, transaction id, bank reference, reference, ref, libelle, label',
  ),
  currencyColumn,
]

export const payments = {
  name: 'payments',
  columns,
  needs: [['invoice', 'debtor'], ['amount'], ['date']],
} as const satisfies Subject<(typeof columns)[number]['field']>
