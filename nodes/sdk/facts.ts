import type { Words } from './words.ts'

/**
 * Everything a scenario may know about a file at one moment. Hosts gather facts; nodes and conditions only read them.
 * Amounts are integer minor units of `invoice.currency`; days are calendar days in the entity's zone.
 */
export interface Facts {
  readonly invoice: {
    readonly number: string
    readonly amount: number
    readonly open: number
    readonly currency: string
    readonly issueDate: string
    readonly dueDate: string
    /** Days since the due date: 0 on the due date, negative before. */
    readonly daysLate: number
  }
  /** What the delay costs beside the principal, as of today. */
  readonly claim: {
    /** Late-payment penalties. */
    readonly penalties: number
    /** Fixed recovery indemnity, in cents of EUR whatever the currency. */
    readonly indemnity: number
  }
  readonly account: {
    /** All open items of the debtor, credit notes and unmatched payments deducted. */
    readonly balance: number
    /** The part of the balance that is past due. */
    readonly overdue: number
    readonly overdueInvoices: number
  }
  readonly debtor: {
    readonly segment: Segment
    readonly country: string
    readonly language: string
    /** Amount-weighted mean delay of payments in days; 0 without history. */
    readonly meanDelay: number
  }
  readonly entity: { readonly code: string }
  readonly course: {
    /** Reminders of this invoice that really left. */
    readonly reminders: number
    readonly daysSinceLastReminder: number
    readonly brokenPromises: number
    readonly lastOutcome: string
  }
}

export const segments = ['tpe', 'pme', 'eti', 'key-account'] as const
export type Segment = (typeof segments)[number]

export const segmentWords: Record<Segment, Words> = {
  tpe: { fr: 'TPE', en: 'Very small business' },
  pme: { fr: 'PME', en: 'SME' },
  eti: { fr: 'ETI', en: 'Mid-cap' },
  'key-account': { fr: 'Grand compte', en: 'Key account' },
}

type Dotted<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends object ? Dotted<T[K], `${P}${K}.`> : `${P}${K}`
}[keyof T & string]

/** A path into {@link Facts}, e.g. `account.overdue`. */
export type FactName = Dotted<Facts>

export interface FactDefinition {
  readonly type: 'amount' | 'number' | 'days' | 'text' | 'date' | 'choice'
  readonly words: Words
  readonly choices?: readonly { readonly value: string; readonly words: Words }[]
}

/** What a condition may test, with the words under which people choose it. */
export const factDefinitions: Record<FactName, FactDefinition> = {
  'invoice.number': { type: 'text', words: { fr: 'le numéro de la facture', en: 'the invoice number' } },
  'invoice.amount': { type: 'amount', words: { fr: 'le montant TTC de la facture', en: 'the invoice total' } },
  'invoice.open': { type: 'amount', words: { fr: 'le solde de la facture', en: 'the invoice balance' } },
  'invoice.currency': { type: 'text', words: { fr: 'la devise', en: 'the currency' } },
  'invoice.issueDate': { type: 'date', words: { fr: 'la date de facture', en: 'the invoice date' } },
  'invoice.dueDate': { type: 'date', words: { fr: "la date d'échéance", en: 'the due date' } },
  'invoice.daysLate': { type: 'days', words: { fr: 'le retard', en: 'the delay' } },
  'claim.penalties': { type: 'amount', words: { fr: 'les pénalités de retard', en: 'the late-payment penalties' } },
  'claim.indemnity': {
    type: 'amount',
    words: { fr: "l'indemnité forfaitaire de recouvrement", en: 'the fixed recovery indemnity' },
  },
  'account.balance': { type: 'amount', words: { fr: 'le solde du compte', en: 'the account balance' } },
  'account.overdue': { type: 'amount', words: { fr: "l'échu du compte", en: 'the overdue amount of the account' } },
  'account.overdueInvoices': {
    type: 'number',
    words: { fr: 'le nombre de factures échues', en: 'the number of overdue invoices' },
  },
  'debtor.segment': {
    type: 'choice',
    words: { fr: 'le segment du client', en: "the customer's segment" },
    choices: segments.map((value) => ({ value, words: segmentWords[value] })),
  },
  'debtor.country': { type: 'text', words: { fr: 'le pays du client', en: "the customer's country" } },
  'debtor.language': {
    type: 'choice',
    words: { fr: 'la langue du client', en: "the customer's language" },
    choices: [
      { value: 'fr', words: { fr: 'français', en: 'French' } },
      { value: 'en', words: { fr: 'anglais', en: 'English' } },
    ],
  },
  'debtor.meanDelay': { type: 'days', words: { fr: 'le retard habituel du client', en: "the customer's usual delay" } },
  'entity.code': { type: 'text', words: { fr: "l'entité", en: 'the entity' } },
  'course.reminders': { type: 'number', words: { fr: 'le nombre de relances', en: 'the number of reminders' } },
  'course.daysSinceLastReminder': {
    type: 'days',
    words: { fr: 'le temps écoulé depuis la dernière relance', en: 'the time since the last reminder' },
  },
  'course.brokenPromises': {
    type: 'number',
    words: { fr: 'le nombre de promesses non tenues', en: 'the number of broken promises' },
  },
  'course.lastOutcome': { type: 'text', words: { fr: "l'issue de la dernière étape", en: 'the last outcome' } },
}

/** The value of a fact, or undefined for an unknown name. */
export function readFact(facts: Facts, name: FactName): string | number | undefined {
  const [group, field] = name.split('.') as [keyof Facts, string]
  const values = facts[group] as Record<string, string | number> | undefined
  return values !== undefined && Object.hasOwn(values, field) ? values[field] : undefined
}
