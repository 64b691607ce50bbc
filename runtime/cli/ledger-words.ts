import type { Words } from '@relance/sdk/words'

/** What `import` and `kpi` say. `{name}` stands for a value. */
export const ledgerWords = {
  import: {
    fr: 'importe un fichier de clients, de contacts, de pièces ou de règlements',
    en: 'import a file of customers, contacts, items or payments',
  },
  file: { fr: 'fichier à importer', en: 'file to import' },
  format: { fr: 'format du fichier', en: 'format of the file' },
  mode: {
    fr: 'stock : ce que le fichier ne liste plus est soldé ; delta : il complète',
    en: 'stock: what the file no longer lists is settled; delta: it adds',
  },
  entity: { fr: 'code de l’entité', en: 'code of the entity' },
  dryRun: { fr: 'montre ce qui serait écrit, sans rien écrire', en: 'show what would be written, write nothing' },
  force: {
    fr: 'accepte un stock qui solde plus de la moitié des pièces ouvertes',
    en: 'accept a stock that settles more than half of the open items',
  },
  dates: { fr: 'ordre des dates, sinon détecté', en: 'order of the dates, else detected' },
  decimal: { fr: 'signe décimal, sinon détecté', en: 'decimal sign, else detected' },
  rejects: { fr: 'écrit les lignes rejetées dans ce fichier CSV', en: 'write the rejected lines to this CSV file' },
  unreadable: {
    fr: 'Impossible de lire {path} : {reason}. Vérifiez le chemin.',
    en: 'Cannot read {path}: {reason}. Check the path.',
  },
  detected: {
    fr: '{subject} · {encoding} · séparateur {separator}{dates}{decimals}',
    en: '{subject} · {encoding} · separator {separator}{dates}{decimals}',
  },
  datesSeen: { fr: ' · dates {form}', en: ' · dates {form}' },
  decimalsSeen: { fr: ' · décimales « {sign} »', en: ' · decimals “{sign}”' },
  doubtDates: {
    fr: 'À vérifier : l’ordre du jour et du mois n’est prouvé par aucune date (--dates).',
    en: 'To check: no date proves the order of day and month (--dates).',
  },
  doubtDecimals: {
    fr: 'À vérifier : le signe décimal n’est prouvé par aucun montant (--decimal).',
    en: 'To check: no amount proves the decimal sign (--decimal).',
  },
  counts: {
    fr: 'Lignes lues : {read} · acceptées : {accepted} · rejetées : {rejected}',
    en: 'Lines read: {read} · accepted: {accepted} · rejected: {rejected}',
  },
  effects: {
    fr: 'Créations : {created} · modifications : {changed} · sans changement : {unchanged} · pièces soldées : {settled}',
    en: 'Created: {created} · changed: {changed} · unchanged: {unchanged} · items settled: {settled}',
  },
  open: { fr: 'Reste dû : {sums}', en: 'Open: {sums}' },
  rehearsed: { fr: 'Essai à blanc : rien n’a été écrit.', en: 'Dry run: nothing was written.' },
  line: { fr: '  ligne {line} : {reason}', en: '  line {line}: {reason}' },
  more: {
    fr: '  … et {count} autres (--rejects FICHIER les écrit toutes)',
    en: '  … and {count} more (--rejects FILE writes them all)',
  },
  check: { fr: 'Lecture', en: 'Reading' },
  write: { fr: 'Écriture', en: 'Writing' },
  enrol: { fr: 'Inscription aux scénarios', en: 'Enrolling in scenarios' },
  kpi: { fr: 'affiche les indicateurs de recouvrement', en: 'show the key figures of collection' },
  at: { fr: 'date, AAAA-MM-JJ (aujourd’hui)', en: 'date, YYYY-MM-DD (today)' },
  badDate: { fr: '« {text} » n’est pas une date AAAA-MM-JJ.', en: '“{text}” is not a date YYYY-MM-DD.' },
  badEntity: {
    fr: 'L’entité « {entity} » n’existe pas. Entités connues : {known}.',
    en: 'There is no entity “{entity}”. Known entities: {known}.',
  },
  none: { fr: 'aucune', en: 'none' },
  heading: { fr: 'Au {at}, {entity}', en: 'At {at}, {entity}' },
  allEntities: { fr: 'toutes entités', en: 'all entities' },
  outstanding: { fr: 'Encours', en: 'Outstanding' },
  overdue: { fr: 'Échu', en: 'Overdue' },
  dso: { fr: 'DSO (épuisement)', en: 'DSO (count-back)' },
  meanDelay: { fr: 'Retard moyen de paiement', en: 'Mean payment delay' },
  days: { fr: '{days} j', en: '{days} d' },
  disputes: { fr: 'Litiges', en: 'Disputes' },
  promises: { fr: 'Promesses', en: 'Promises' },
  aged: { fr: 'Balance âgée', en: 'Aged balance' },
  notDue: { fr: 'non échu', en: 'not due' },
  pieces: { fr: 'pièces : {count}', en: 'items: {count}' },
} as const satisfies Record<string, Words>

export const subjectWords = {
  debtors: { fr: 'clients', en: 'customers' },
  contacts: { fr: 'contacts', en: 'contacts' },
  items: { fr: 'pièces', en: 'items' },
  payments: { fr: 'règlements', en: 'payments' },
} as const satisfies Record<string, Words>
