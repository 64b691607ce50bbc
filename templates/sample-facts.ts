import type { TemplateFacts } from './template-facts.ts'

/** An invented account for previews, checks at publish and fixtures: three invoices overdue, two to come, a credit note. */
export const sampleFacts: TemplateFacts = {
  today: '2026-10-14',
  sender: {
    name: 'Ateliers Corvane',
    legalName: 'Ateliers Corvane',
    legalForm: 'SAS',
    capital: '250 000 €',
    siren: '523417806',
    rcs: 'Lille Métropole',
    address: '18 rue des Tanneurs, 59000 Lille',
    iban: 'FR7630004000031234567890143',
    bic: 'BNPAFRPP',
    email: 'comptabilite@corvane.example',
    phone: '03 20 00 14 50',
    colour: '#2f5bd0',
  },
  contact: { name: 'Hélène Brossard' },
  debtor: { name: 'Menuiserie Talbot', code: 'C00418' },
  invoices: [
    item('FA-2026-0712', '2026-08-03', '2026-09-02', 284_050, 184_050),
    item('FA-2026-0789', '2026-08-27', '2026-09-26', 121_200),
    item('FA-2026-0815', '2026-09-04', '2026-10-04', 96_480),
    item('FA-2026-0903', '2026-09-22', '2026-10-22', 240_000),
    item('FA-2026-0921', '2026-09-28', '2026-10-28', 68_400),
    { ...item('AV-2026-0031', '2026-09-10', '2026-09-10', -18_000), kind: 'credit-note' },
  ],
  collector: { name: 'Nadia Ferrand', email: 'nadia.ferrand@corvane.example', phone: '03 20 00 14 52' },
  salesperson: { name: 'Julien Maréchal', email: 'julien.marechal@corvane.example', phone: '06 00 00 21 17' },
  links: { account: null },
  payment: {
    amount: 305_250,
    currency: 'EUR',
    date: '2026-10-13',
    invoices: ['FA-2026-0712', 'FA-2026-0789'],
  },
  penalties: {
    rates: [1_215],
    interest: { amount: 3_620, currency: 'EUR' },
    indemnity: { amount: 12_000, currency: 'EUR' },
    until: '2026-10-14',
  },
  deadline: null,
}

function item(number: string, issueDate: string, dueDate: string, amount: number, open = amount) {
  return { number, issueDate, dueDate, amount, open, currency: 'EUR', link: null }
}
