import type { rulesFr } from './rules.fr.ts'

export const rulesEn: Record<keyof typeof rulesFr, string> = {
  title: 'Sending rules',
  lead: 'What each entity asks for before a reminder leaves, whatever the scenario.',
  readonly: 'Only the finance director or an administrator may change these settings.',
  save: 'Save',
  'minimums.title': 'Minimum amounts',
  'minimums.help':
    'Below them nobody is written to or called: the step waits, and goes as soon as the account owes more. What counts is the overdue total of the account, net of credit notes, not each invoice.',
  'minimums.currency': 'Currency',
  'minimums.reminder': 'Reminder or call',
  'minimums.legal': 'Formal notice',
  'minimums.legal-low': 'At least the minimum of a reminder.',
  'minimums.none': 'No minimum: every account that owes anything is reminded.',
  'minimums.add': 'Add a currency',
  'minimums.remove': 'Remove {{currency}}',
  'minimums.done': 'Minimums of {{name}} saved.',
  'ledger.title': 'Age of the ledger',
  'ledger.help':
    'Beyond it no reminder leaves: whoever has paid since would be reminded wrongly. They leave after the next import, by the catch-up rule of each scenario.',
  'ledger.limit': 'Greatest age, in calendar days',
  'ledger.limit-help': 'Empty: not checked. Count the weekends: 3 lets Monday’s reminders leave.',
  'ledger.at': 'Last update: {{when}}',
  'ledger.never': 'Never updated',
  'ledger.done': 'Greatest age of the ledger of {{name}} saved.',
  'own.action': 'Minimum amount…',
  'own.title': 'Minimum amount',
  'own.help': 'For this customer it replaces the minimum of its entity in the currencies given; 0 lifts it.',
  'own.none': 'Nothing of its own: the minimum of the entity applies.',
  'own.fact': 'Minimum amount',
}
