import type { Confirmation, ContactRole } from '@relance/sdk/define-effect'
import type { Medium } from '@relance/sdk/define-node'
import type { Happening, MachineState } from '../machine/types.ts'

/** Names and payloads by which the API, the activities and the two workflows address each other. Ids carry no personal data. */
export const taskQueue = 'relance'

export const workflowTypes = { invoice: 'invoiceFile', debtor: 'contactDesk', rehearsal: 'rehearsal' } as const

/** `item` is the item's id, `{entity}:{number}:{year}`. */
export const invoiceWorkflowId = (item: string) => `invoice:${item}`
/** `debtor` is the debtor's id, `{entity}:{code}`. */
export const debtorWorkflowId = (debtor: string) => `debtor:${debtor}`

export interface InvoiceFileInput {
  readonly item: string
  /** Content hash of the pinned scenario version. */
  readonly scenario: string
  /** Carried over continue-as-new. */
  readonly state?: MachineState
  /** Events by id already taken, so that a repeated signal changes nothing. */
  readonly taken?: readonly string[]
}

/** Signal `happen` of the invoice workflow: a business event by its log id. */
export interface HappenSignal {
  readonly event: string
  readonly happening: Happening
}

/** Signal `answer` of the invoice workflow: how a message or a task ended. */
export interface AnswerSignal {
  readonly node: string
  readonly visit: number
  readonly outcome: string
}

/** Signal `request` of the debtor workflow. */
export interface DeskRequest {
  /** `{item}/{scenario hash}/{node}/{visit}`: the send key of one invoice's step. */
  readonly key: string
  readonly item: string
  readonly node: string
  readonly visit: number
  readonly medium: Medium
  readonly role: ContactRole
  readonly template: string
  readonly level: number
  readonly confirmation: Confirmation
}

/** Signal `decide` of the debtor workflow: a person's word on a prepared message. */
export interface DecideSignal {
  readonly message: string
  readonly decision: 'confirm' | 'cancel'
  readonly by: string
  readonly reason?: string
}
