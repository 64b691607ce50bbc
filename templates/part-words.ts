import type { Words } from '@relance/sdk/words'

/** The words of layouts and parts, written `[[key]]` there; they may hold expressions, checked like any template. */
export const partWords = {
  colon: { fr: ' : ', en: ': ' },
  'hero-statement': { fr: 'Solde du compte au {{date today}}', en: 'Account balance on {{date today}}' },
  invoice: { fr: 'Facture', en: 'Invoice' },
  'due-date': { fr: 'Échéance', en: 'Due date' },
  open: { fr: 'Reste dû', en: 'Outstanding' },
  issued: { fr: 'du {{date issueDate "column"}}', en: 'of {{date issueDate "column"}}' },
  late: { fr: '{{days daysLate}} de retard', en: '{{days daysLate}} overdue' },
  reminded: {
    fr: '{{plural reminders "rappel déjà adressé" "rappels déjà adressés"}}',
    en: '{{plural reminders "reminder already sent" "reminders already sent"}}',
  },
  'out-of': { fr: 'sur {{money amount currency}}', en: 'of {{money amount currency}}' },
  'total-overdue': { fr: 'Total échu', en: 'Total overdue' },
  'total-upcoming': { fr: 'Total à échoir', en: 'Total not yet due' },
  credits: { fr: 'Avoirs et règlements à imputer', en: 'Credit notes and unallocated payments' },
  balance: { fr: 'Solde à régler', en: 'Balance due' },
  'hero-overdue': { fr: 'Solde échu au {{date today}}', en: 'Overdue balance on {{date today}}' },
  'hero-upcoming': {
    fr: '{{#if focus.single}}À régler le {{date focus.first.dueDate}}{{else}}À régler à partir du {{date focus.first.dueDate}}{{/if}}',
    en: '{{#if focus.single}}Due on {{date focus.first.dueDate}}{{else}}Due from {{date focus.first.dueDate}}{{/if}}',
  },
  'hero-payment': { fr: 'Règlement reçu le {{date payment.date}}', en: 'Payment received on {{date payment.date}}' },
  'hero-count': {
    fr: '{{#if focus.single}}Facture {{focus.first.number}}{{else}}{{plural focus.count "facture" "factures"}}{{/if}}',
    en: '{{#if focus.single}}Invoice {{focus.first.number}}{{else}}{{plural focus.count "invoice" "invoices"}}{{/if}}',
  },
  'hero-age': {
    fr: '{{#if focus.single}}échue le {{date focus.first.dueDate}}{{else}}la plus ancienne échue le {{date focus.first.dueDate}}{{/if}}',
    en: '{{#if focus.single}}due on {{date focus.first.dueDate}}{{else}}the oldest due on {{date focus.first.dueDate}}{{/if}}',
  },
  'hero-invoices': {
    fr: '{{#if payment.single}}Facture{{else}}Factures{{/if}} {{payment.numbers}}',
    en: '{{#if payment.single}}Invoice{{else}}Invoices{{/if}} {{payment.numbers}}',
  },
  'see-account': { fr: 'Voir mon compte', en: 'View my account' },
  'by-transfer': { fr: 'Règlement par virement', en: 'Payment by bank transfer' },
  'account-holder': { fr: 'Bénéficiaire', en: 'Payee' },
  reference: { fr: 'Référence à rappeler', en: 'Reference to quote' },
  'late-terms': {
    fr: "Tout retard de paiement entraîne de plein droit, sans qu'un rappel soit nécessaire, des pénalités de retard et une indemnité forfaitaire pour frais de recouvrement de 40 € par facture (articles L. 441-10 et D. 441-5 du Code de commerce).",
    en: 'Under French law, late payment gives rise, without any reminder being required, to late-payment interest and a fixed recovery indemnity of €40 per invoice (articles L. 441-10 and D. 441-5 of the French Commercial Code).',
  },
  'penalties-title': { fr: 'En sus du principal', en: 'In addition to the principal' },
  'penalties-interest': {
    fr: 'Pénalités de retard au {{date penalties.until}} (taux annuel : {{penalties.rate}})',
    en: 'Late-payment interest to {{date penalties.until}} (yearly rate: {{penalties.rate}})',
  },
  'penalties-indemnity': {
    fr: 'Indemnité forfaitaire de recouvrement (40 € par facture)',
    en: 'Fixed recovery indemnity (€40 per invoice)',
  },
  'share-capital': { fr: 'au capital de {{sender.capital}}', en: 'with share capital of {{sender.capital}}' },
  siren: { fr: 'SIREN\u00a0{{sender.siren}}', en: 'SIREN\u00a0{{sender.siren}}' },
  rcs: { fr: 'RCS {{sender.rcs}}', en: 'Trade register of {{sender.rcs}}' },
  'head-office': { fr: 'Siège social : {{sender.address}}', en: 'Registered office: {{sender.address}}' },
  why: {
    fr: "Ce message concerne le compte client {{debtor.code}} ({{debtor.name}}). Si vous n'en êtes pas l'interlocuteur, répondez-nous : nous corrigerons nos fichiers.",
    en: 'This message is about customer account {{debtor.code}} ({{debtor.name}}). If you are not the right person, please reply and we will correct our records.',
  },
  'script-account': { fr: 'Le compte à ce jour', en: 'The account today' },
  'script-line': {
    fr: '{{number}}, échue le {{date dueDate}} ({{days daysLate}} de retard{{#if reminders}}, {{plural reminders "rappel déjà adressé" "rappels déjà adressés"}}{{/if}}) : {{money open currency}}',
    en: '{{number}}, due {{date dueDate}} ({{days daysLate}} overdue{{#if reminders}}, {{plural reminders "reminder already sent" "reminders already sent"}}{{/if}}): {{money open currency}}',
  },
  'line-overdue': {
    fr: 'Facture {{number}} du {{date issueDate}}, échue le {{date dueDate}} ({{days daysLate}} de retard{{#if reminders}}, {{plural reminders "rappel déjà adressé" "rappels déjà adressés"}}{{/if}}) : {{money open currency}}{{#if partlyPaid}} restant dus sur {{money amount currency}}{{/if}}',
    en: 'Invoice {{number}} of {{date issueDate}}, due {{date dueDate}} ({{days daysLate}} overdue{{#if reminders}}, {{plural reminders "reminder already sent" "reminders already sent"}}{{/if}}): {{money open currency}}{{#if partlyPaid}} outstanding of {{money amount currency}}{{/if}}',
  },
  'line-upcoming': {
    fr: 'Facture {{number}} du {{date issueDate}}, à échéance du {{date dueDate}} : {{money open currency}}',
    en: 'Invoice {{number}} of {{date issueDate}}, due {{date dueDate}}: {{money open currency}}',
  },
  'line-credit': {
    fr: '{{number}} du {{date issueDate}} : {{money open currency}}',
    en: '{{number}} of {{date issueDate}}: {{money open currency}}',
  },
} as const satisfies Record<string, Words>
