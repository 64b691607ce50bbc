import type { Locale, Words } from '@relance/sdk/words'
import type { ResponseOf } from '../contract/routes.ts'
import { writeAmount } from '../domain/money/write-amount.ts'

type Cell = string | number
type ListName = 'invoices' | 'debtors' | 'tasks' | 'messages'
type RowOf<N extends ListName> = ResponseOf<N>['items'][number]

interface Column<R> {
  readonly head: Words
  readonly cell: (row: R, locale: Locale) => Cell
}

const money = (amount: number, currency: string, locale: Locale) =>
  writeAmount(amount, { currency, decimal: locale === 'fr' ? ',' : '.' })

const sums = (amounts: Readonly<Record<string, number>>, locale: Locale) =>
  Object.entries(amounts)
    .map(([currency, amount]) => `${money(amount, currency, locale)} ${currency}`)
    .join(' + ')

/** The columns of each list that is also served as a table. */
const columns: { readonly [N in ListName]: readonly Column<RowOf<N>>[] } = {
  invoices: [
    { head: { fr: 'Entité', en: 'Entity' }, cell: (row) => row.entity },
    { head: { fr: 'Pièce', en: 'Item' }, cell: (row) => row.number },
    { head: { fr: 'Type', en: 'Type' }, cell: (row) => row.type },
    { head: { fr: 'Code client', en: 'Customer code' }, cell: (row) => row.debtor.code },
    { head: { fr: 'Client', en: 'Customer' }, cell: (row) => row.debtor.name },
    { head: { fr: 'Segment', en: 'Segment' }, cell: (row) => row.debtor.segment },
    { head: { fr: 'Date', en: 'Issued' }, cell: (row) => row.issueDate },
    { head: { fr: 'Échéance', en: 'Due' }, cell: (row) => row.dueDate },
    { head: { fr: 'Retard (jours)', en: 'Days late' }, cell: (row) => row.daysLate },
    { head: { fr: 'Montant TTC', en: 'Amount' }, cell: (row, locale) => money(row.amount, row.currency, locale) },
    { head: { fr: 'Solde', en: 'Balance' }, cell: (row, locale) => money(row.open, row.currency, locale) },
    { head: { fr: 'Devise', en: 'Currency' }, cell: (row) => row.currency },
    { head: { fr: 'État', en: 'State' }, cell: (row) => row.state },
    { head: { fr: 'Scénario', en: 'Scenario' }, cell: (row) => row.course?.scenarioName ?? '' },
    { head: { fr: 'Étape', en: 'Step' }, cell: (row) => row.course?.label ?? '' },
    { head: { fr: 'Prochaine étape', en: 'Next step' }, cell: (row) => row.course?.nextAt ?? '' },
  ],
  debtors: [
    { head: { fr: 'Entité', en: 'Entity' }, cell: (row) => row.entity },
    { head: { fr: 'Code', en: 'Code' }, cell: (row) => row.code },
    { head: { fr: 'Client', en: 'Customer' }, cell: (row) => row.name },
    { head: { fr: 'SIREN', en: 'SIREN' }, cell: (row) => row.siren },
    { head: { fr: 'Segment', en: 'Segment' }, cell: (row) => row.segment },
    { head: { fr: 'Ville', en: 'Town' }, cell: (row) => row.address.city },
    { head: { fr: 'Pays', en: 'Country' }, cell: (row) => row.country },
    { head: { fr: 'Chargé de recouvrement', en: 'Collector' }, cell: (row) => row.collector },
    { head: { fr: 'Commercial', en: 'Salesperson' }, cell: (row) => row.salesperson },
    { head: { fr: 'Encours', en: 'Outstanding' }, cell: (row, locale) => sums(row.open, locale) },
    { head: { fr: 'Échu', en: 'Overdue' }, cell: (row, locale) => sums(row.overdue, locale) },
  ],
  tasks: [
    { head: { fr: 'Entité', en: 'Entity' }, cell: (row) => row.entity },
    { head: { fr: 'Code client', en: 'Customer code' }, cell: (row) => row.debtor.code },
    { head: { fr: 'Client', en: 'Customer' }, cell: (row) => row.debtor.name },
    { head: { fr: 'Tâche', en: 'Task' }, cell: (row) => row.title },
    { head: { fr: 'Confiée à', en: 'Assigned to' }, cell: (row) => row.assignee },
    { head: { fr: 'Prévue le', en: 'Due' }, cell: (row) => row.dueAt },
    { head: { fr: 'Échu', en: 'Overdue' }, cell: (row, locale) => sums(row.overdue, locale) },
    { head: { fr: 'État', en: 'State' }, cell: (row) => row.state },
    { head: { fr: 'Issue', en: 'Outcome' }, cell: (row) => row.outcome?.port ?? '' },
  ],
  messages: [
    { head: { fr: 'Entité', en: 'Entity' }, cell: (row) => row.entity },
    { head: { fr: 'Code client', en: 'Customer code' }, cell: (row) => row.debtor.code },
    { head: { fr: 'Client', en: 'Customer' }, cell: (row) => row.debtor.name },
    { head: { fr: 'Canal', en: 'Medium' }, cell: (row) => row.medium },
    { head: { fr: 'Modèle', en: 'Template' }, cell: (row) => row.template },
    { head: { fr: 'Objet', en: 'Subject' }, cell: (row) => row.subject },
    { head: { fr: 'Destinataire', en: 'Recipient' }, cell: (row) => row.to.address },
    { head: { fr: 'État', en: 'State' }, cell: (row) => row.state },
    { head: { fr: 'Prévu le', en: 'Planned' }, cell: (row) => row.plannedAt ?? '' },
    { head: { fr: 'Envoyé le', en: 'Sent' }, cell: (row) => row.sentAt ?? '' },
    { head: { fr: 'Pièces', en: 'Items' }, cell: (row) => row.invoices.map(({ number }) => number).join(', ') },
  ],
}

export function isTable(name: string): name is ListName {
  return Object.hasOwn(columns, name)
}

/** A list as rows of a table, heads first. */
export function tableOf<N extends ListName>(name: N, rows: readonly RowOf<N>[], locale: Locale): Cell[][] {
  const shape: readonly Column<RowOf<N>>[] = columns[name]
  return [shape.map(({ head }) => head[locale]), ...rows.map((row) => shape.map(({ cell }) => cell(row, locale)))]
}
