import type { Words } from '@relance/sdk/words'

/** A text with a place in the collection: one file per language in `email/` or `call/`. */
export interface Stage {
  readonly stage: string
  /** Opens the sentence of a card: "Relance ferme" (à la comptabilité). */
  readonly words: Words
  /** Usual insistence, from 0 (courtesy, thanks) to 5 (formal notice). */
  readonly level: number
  /** Claims what the law grants only past the due date. */
  readonly legal?: true
  /** States penalties and indemnity beside the principal. */
  readonly claims?: true
}

/** E-mails: `<step>-<tone>`; the tone is courteous, neutral, firm or key-account, and left out where a step has only one. */
export const emailStages: readonly Stage[] = [
  {
    stage: 'pre-due-courteous',
    words: { fr: "Rappel courtois d'échéance", en: 'Courtesy notice' },
    level: 0,
  },
  {
    stage: 'pre-due-key-account',
    words: { fr: 'Contrôle du bon à payer', en: 'Approval check' },
    level: 0,
  },
  {
    stage: 'reminder-courteous',
    words: { fr: 'Première relance courtoise', en: 'Courteous first reminder' },
    level: 1,
  },
  { stage: 'reminder-neutral', words: { fr: 'Première relance', en: 'First reminder' }, level: 1 },
  {
    stage: 'reminder-key-account',
    words: { fr: 'Première relance grand compte', en: 'First key-account reminder' },
    level: 1,
  },
  {
    stage: 'second-reminder-courteous',
    words: { fr: 'Deuxième relance courtoise', en: 'Courteous second reminder' },
    level: 2,
  },
  {
    stage: 'second-reminder-neutral',
    words: { fr: 'Deuxième relance', en: 'Second reminder' },
    level: 2,
  },
  {
    stage: 'second-reminder-key-account',
    words: { fr: 'Deuxième relance grand compte', en: 'Second key-account reminder' },
    level: 2,
  },
  { stage: 'firm-reminder', words: { fr: 'Relance ferme', en: 'Firm reminder' }, level: 3, claims: true },
  {
    stage: 'firm-reminder-key-account',
    words: { fr: 'Relance ferme grand compte', en: 'Firm key-account reminder' },
    level: 3,
    claims: true,
  },
  {
    stage: 'last-notice',
    words: { fr: 'Dernier avis avant mise en demeure', en: 'Last notice before formal notice' },
    level: 4,
    legal: true,
    claims: true,
  },
  {
    stage: 'formal-notice-copy',
    words: { fr: 'Copie de la mise en demeure', en: 'Copy of the formal notice' },
    level: 5,
    legal: true,
    claims: true,
  },
  {
    stage: 'account-statement',
    words: { fr: "Relevé de compte après l'appel", en: 'Statement after the call' },
    level: 1,
  },
  {
    stage: 'payment-not-seen',
    words: { fr: 'Règlement annoncé non reçu', en: 'Announced payment not received' },
    level: 2,
  },
  {
    stage: 'right-contact',
    words: { fr: 'Recherche du bon interlocuteur', en: 'Search for the right contact' },
    level: 1,
  },
  { stage: 'thanks-courteous', words: { fr: 'Remerciement', en: 'Thank-you note' }, level: 0 },
  {
    stage: 'thanks-key-account',
    words: { fr: 'Remerciement grand compte', en: 'Key-account thank-you note' },
    level: 0,
  },
]

/** Call scripts, named after the call. */
export const callStages: readonly Stage[] = [
  {
    stage: 'courtesy-call',
    words: { fr: 'Appel de courtoisie', en: 'Courtesy call' },
    level: 1,
  },
  { stage: 'reminder-call', words: { fr: 'Appel de relance', en: 'Reminder call' }, level: 2 },
  { stage: 'firm-call', words: { fr: 'Appel ferme', en: 'Firm call' }, level: 3 },
  {
    stage: 'last-call',
    words: { fr: 'Appel de la dernière chance', en: 'Last call' },
    level: 4,
  },
  {
    stage: 'salesperson-call',
    words: { fr: 'Appel commercial', en: 'Account call' },
    level: 1,
  },
  {
    stage: 'director-call',
    words: { fr: 'Appel de direction à direction', en: 'Director-to-director call' },
    level: 4,
  },
]

/** The catalogue entry of a stage; undefined for one that an organisation added as files only. */
export function findStage(medium: 'email' | 'call', stage: string): Stage | undefined {
  return (medium === 'email' ? emailStages : callStages).find((entry) => entry.stage === stage)
}
