/** Whom to reach at a debtor, by role in its contact list. */
export const contactRoles = ['accounts-payable', 'buyer', 'escalation'] as const
export type ContactRole = (typeof contactRoles)[number]

/** Who does what a person has to do. */
export const assignees = ['collector', 'salesperson', 'finance-director'] as const
export type Assignee = (typeof assignees)[number]

/** Whether a person lets a message leave, or it leaves by itself. */
export const confirmations = ['manual', 'automatic'] as const
export type Confirmation = (typeof confirmations)[number]

/** A contact as the desk decides on it: who hears of it and how insistently. */
export interface Contact {
  readonly role: ContactRole
  /** Insistence from 0 (courtesy) to 5 (formal notice); the highest of a merged message sets its tone. */
  readonly level: number
  /** Whose work it is; the collector's unless told. */
  readonly by?: Assignee
}
