import type { Words } from '@relance/sdk/words'

/** What `validate` and `simulate` say. `{name}` stands for a value. */
export const scenarioWords = {
  validate: {
    fr: 'contrôle un scénario : réglages, traits, boucles, fins, modèles',
    en: 'check a scenario: settings, lines, loops, ends, templates',
  },
  file: { fr: 'fichier du scénario (JSON)', en: 'scenario file (JSON)' },
  lang: { fr: 'langue des messages : fr ou en', en: 'language of the messages: fr or en' },
  unreadable: {
    fr: 'Impossible de lire {path} : {reason}. Vérifiez le chemin.',
    en: 'Cannot read {path}: {reason}. Check the path.',
  },
  sound: { fr: '✓ {name} : {steps} étapes, rien à corriger', en: '✓ {name}: {steps} steps, nothing to correct' },
  faulty: {
    fr: '{name} : {errors} à corriger, {warnings} à vérifier',
    en: '{name}: {errors} to correct, {warnings} to look at',
  },
  simulate: {
    fr: 'joue un scénario sur un grand livre, sans serveur et sans rien envoyer',
    en: 'play a scenario over a ledger, without a server and without sending anything',
  },
  ledger: { fr: 'fichier des pièces (CSV)', en: 'file of items (CSV)' },
  debtors: {
    fr: 'fichier des clients (CSV) : segment, pays, langue et chargé de recouvrement de chacun',
    en: 'file of customers (CSV): segment, country, language and collector of each',
  },
  from: { fr: 'premier jour, AAAA-MM-JJ (aujourd’hui)', en: 'first day, YYYY-MM-DD (today)' },
  until: { fr: 'dernier jour, AAAA-MM-JJ (six mois plus tard)', en: 'last day, YYYY-MM-DD (six months later)' },
  whatIf: {
    fr: 'conduite des clients : history (selon leur passé), never-answers, pays:JOURS ou disputes:JOUR (jours après échéance)',
    en: 'what customers do: history (as in the past), never-answers, pays:DAYS or disputes:DAY (days after the due date)',
  },
  against: { fr: 'autre version à comparer (JSON)', en: 'another version to compare with (JSON)' },
  assumptions: {
    fr: 'hypothèses (JSON) : réponse aux relances, retards usuels, coûts unitaires',
    en: 'assumptions (JSON): response to reminders, usual delays, unit costs',
  },
  seed: {
    fr: 'graine du tirage (la même redonne le même résultat)',
    en: 'seed (the same gives the same result again)',
  },
  badAssumptions: {
    fr: 'Hypothèses : {place} n’est pas une valeur possible.',
    en: 'Assumptions: {place} is not a possible value.',
  },
  badDate: { fr: '« {text} » n’est pas une date AAAA-MM-JJ.', en: '“{text}” is not a date YYYY-MM-DD.' },
  badPeriod: { fr: 'Le dernier jour précède le premier.', en: 'The last day comes before the first.' },
  badWhatIf: {
    fr: '« {text} » : écrivez history, never-answers, pays:12 ou disputes:20.',
    en: '“{text}”: write history, never-answers, pays:12 or disputes:20.',
  },
  badLang: { fr: '« {text} » : fr ou en.', en: '“{text}”: fr or en.' },
  files: {
    fr: '{name}, du {from} au {until} : {simulated} factures ouvertes jouées, {rejected} lignes illisibles, {others} d’un autre segment',
    en: '{name}, from {from} to {until}: {simulated} open invoices played, {rejected} unreadable lines, {others} of another segment',
  },
  week: { fr: 'Semaine du', en: 'Week of' },
  total: { fr: 'Total', en: 'Total' },
  email: { fr: 'E-mails', en: 'E-mails' },
  sms: { fr: 'SMS', en: 'SMS' },
  letter: { fr: 'Courriers', en: 'Letters' },
  voice: { fr: 'Messages vocaux', en: 'Voice messages' },
  call: { fr: 'Appels', en: 'Calls' },
  merged: {
    fr: 'Ce qui échoit ensemble chez un client part en un seul contact, jamais avant le délai minimum.',
    en: 'What falls due together at a customer leaves as one contact, never within the minimum delay.',
  },
  cashIn: { fr: 'Encaissé', en: 'Cash in' },
  unaided: { fr: 'Sans relance', en: 'Unreminded' },
  indicator: { fr: 'Indicateur', en: 'Figure' },
  difference: { fr: 'Écart', en: 'Difference' },
  firstContacts: { fr: 'Clients contactés', en: 'Customers contacted' },
  cost: { fr: 'Coût des contacts', en: 'Cost of contacts' },
  meanDelay: { fr: 'Retard moyen (jours)', en: 'Mean delay (days)' },
  daysGained: { fr: 'Jours gagnés par les relances', en: 'Days gained by reminders' },
  person: { fr: 'Confié à', en: 'By' },
  perWeek: { fr: '{medium} / sem.', en: '{medium} / week' },
  nobody: { fr: 'sans chargé de recouvrement', en: 'no collector' },
  'finance-director': { fr: 'Direction financière', en: 'Finance director' },
  assumed: {
    fr: 'Retards tirés du passé de chaque client. L’effet des relances est une hypothèse, à régler par --assumptions.',
    en: 'Delays are drawn from each customer’s past. The effect of reminders is an assumption: set it by --assumptions.',
  },
  nothing: { fr: 'Aucun contact sur la période.', en: 'No contact in this period.' },
  ends: { fr: 'À la fin : {list}', en: 'In the end: {list}' },
  settled: { fr: '{count} réglées', en: '{count} settled' },
  ended: { fr: '{count} dossiers clos', en: '{count} files closed' },
  over: { fr: '{count} au bout du scénario', en: '{count} at the end of the scenario' },
  waiting: { fr: '{count} suspendues', en: '{count} held' },
  running: { fr: '{count} en cours', en: '{count} under way' },
  cancelled: { fr: '{count} annulées', en: '{count} cancelled' },
  handedOver: { fr: '{count} au contentieux', en: '{count} handed over' },
} as const satisfies Record<string, Words>

/** A sentence with its values. */
export function say(words: Words, locale: keyof Words, values: Readonly<Record<string, string | number>> = {}): string {
  return words[locale].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
