import type { Confirmation, ContactRole } from '@relance/sdk/contact'
import type { Medium } from '@relance/sdk/define-node'
import type { ContactHours } from '@relance/sdk/scenario-document'

/** What one invoice's step asks of the desk, with what is known of whom it would reach. */
export interface Ask {
  /** `{item}/{scenario hash}/{node}/{visit}`. */
  readonly key: string
  readonly round: number
  readonly item: string
  readonly phase: 'course' | 'thanks'
  readonly medium: Medium
  readonly role: ContactRole
  /** Address of the contact; empty while there is none. */
  readonly address: string
  readonly language: string
  readonly currency: string
  readonly template: string
  readonly level: number
  readonly confirmation: Confirmation
  /** A legal step keeps no minimum delay. */
  readonly legal: boolean
  /** From the policy of the scenario that asks. */
  readonly minimumContactDelay: number
  readonly contactHours: ContactHours
}

/** Asks with the same text of group leave as one message. A legal step leaves apart: its letter says what the law asks, no less and no more. */
export function groupOf(ask: Ask): string {
  return [ask.phase, ask.legal ? 'legal' : '', ask.medium, ask.role, ask.address, ask.language, ask.currency].join('|')
}
