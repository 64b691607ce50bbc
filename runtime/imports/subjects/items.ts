import { column, type Subject } from './column.ts'
import { currencyColumn, debtorColumn, emailColumn, entityColumn, segmentColumn } from './shared-columns.ts'

const columns = [
  column(
    'number',
    { fr: 'numéro de pièce', en: 'item number' },
    'numero de facture, numero facture, n facture, n de facture, no facture, num facture, reference facture, ref facture, numero de piece, numero piece, n piece, n de piece, no piece, num piece, reference piece, ref piece, invoice number, invoice no, invoice id, item number, document number, document no, facture, piece, invoice, item, document, numero, num, number, n, no, reference',
  ),
  debtorColumn,
  column(
    'debtorName',
    { fr: 'raison sociale', en: 'customer name' },
    'raison sociale, nom client, nom du client, denomination, customer name, debtor name, company name, company, societe, nom, name, client, customer, debtor',
  ),
  entityColumn,
  column(
    'type',
    { fr: 'type de pièce', en: 'type' },
    'type de piece, type piece, type de document, type, nature, item type, document type',
  ),
  column(
    'issueDate',
    { fr: "date d'émission", en: 'issue date' },
    'date de facture, date facture, date de la facture, date de facturation, date d emission, date emission, date de piece, date piece, date du document, date document, emission, invoice date, issue date, issued on, issued, document date, date',
    { holds: 'date' },
  ),
  column(
    'dueDate',
    { fr: "date d'échéance", en: 'due date' },
    'date d echeance, date echeance, echeance, date limite de paiement, date limite, due date, payment due date, due on, due, maturity date, maturity',
    { holds: 'date' },
  ),
  column(
    'amount',
    { fr: 'montant TTC', en: 'amount incl. VAT' },
    'montant ttc, montant total ttc, total ttc, montant facture, montant initial, montant d origine, montant, ttc, amount incl vat, amount including vat, invoice amount, original amount, gross amount, total amount, amount, total',
    { holds: 'amount' },
  ),
  column(
    'open',
    { fr: 'solde', en: 'open amount' },
    'solde, solde ttc, solde du, solde restant, reste a payer, reste du, restant du, montant restant, montant ouvert, montant du, open amount, open balance, amount due, due amount, remaining amount, outstanding amount, outstanding, remaining, balance, open',
    { holds: 'amount' },
  ),
  column(
    'paid',
    { fr: 'montant réglé', en: 'paid amount' },
    'montant regle, montant paye, deja regle, deja paye, regle, paye, amount paid, paid amount, paid',
    { holds: 'amount' },
  ),
  column(
    'paidDate',
    { fr: 'date de règlement', en: 'payment date' },
    'date de reglement, date reglement, date de paiement, date paiement, date de solde, payment date, paid date, paid on, date paid',
    { holds: 'date' },
  ),
  currencyColumn,
  column(
    'businessCase',
    { fr: 'affaire', en: 'business case' },
    'affaire, code affaire, numero d affaire, dossier, chantier, projet, numero de commande, commande, business case, project, order number, purchase order, po number, order',
  ),
  segmentColumn,
  emailColumn,
]

export const items = {
  name: 'items',
  columns,
  needs: [['number'], ['debtor'], ['amount', 'open'], ['dueDate', 'issueDate']],
} as const satisfies Subject<(typeof columns)[number]['field']>
