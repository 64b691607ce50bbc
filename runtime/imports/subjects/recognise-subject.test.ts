import { expect, test } from 'vitest'
import { recogniseSubject } from './recognise-subject.ts'

const seen = (headers: string, fileName = 'export.csv') => {
  const { subject, fields, missing } = recogniseSubject(headers.split(';'), { fileName })
  return { subject: subject.name, fields, missing }
}

test.each([
  [
    'N° facture;Code client;Date facture;Échéance;Montant TTC;Solde',
    'items',
    ['number', 'debtor', 'issueDate', 'dueDate', 'amount', 'open'],
  ],
  [
    'invoiceNumber;customer_code;issueDate;dueDate;amount;currency',
    'items',
    ['number', 'debtor', 'issueDate', 'dueDate', 'amount', 'currency'],
  ],
  ['Code client;Raison sociale;SIREN;Segment;Pays', 'debtors', ['debtor', 'name', 'siren', 'segment', 'country']],
  ['Code client;Nom du contact;Rôle;E-mail;Téléphone', 'contacts', ['debtor', 'name', 'role', 'email', 'phone']],
  ['Facture;Montant réglé;Date de règlement;Référence', 'payments', ['invoice', 'amount', 'date', 'reference']],
  ['invoice;amount;payment date', 'payments', ['invoice', 'amount', 'date']],
])('%s is a file of %s', (headers, subject, fields) => {
  expect(seen(headers)).toEqual({ subject, fields, missing: [] })
})

test('the surest header of a field wins, and a customer’s name beside its code is not taken for the code', () => {
  expect(seen('Client;Code client;Facture;Montant;Montant TTC;Échéance').fields).toEqual([
    'debtorName',
    'debtor',
    'number',
    null,
    'amount',
    'dueDate',
  ])
})

test('when the headers leave it open, the name of the file settles it', () => {
  expect(seen('facture;client;date;montant').subject).toBe('items')
  expect(seen('facture;client;date;montant', 'Règlements mars.csv').subject).toBe('payments')
})

test('what is missing is said', () => {
  expect(seen('Facture;Client;Montant').missing).toEqual([['dueDate', 'issueDate']])
})
