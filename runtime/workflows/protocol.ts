import type { Confirmation, ContactRole } from '@relance/sdk/contact'
import type { Medium } from '@relance/sdk/define-node'
import type { TookOver } from '../domain/calendar/took-over.ts'
import type { Happening, MachineState, Place } from '../machine/types.ts'

/**
 * Names and payloads by which the API, the activities and the workflows address each other. Ids carry no personal data.
 *
 * Every signal may come twice or late: a happening is recognised by its event id, an answer by its place, a request by
 * its key and round, a decision by the state of its message. A signal that meets no running workflow is not lost either:
 * what it says is in the database first, and the sweeper says it again.
 */
export const taskQueues = {
  files: 'relance',
  /** Apart from the files: a provider that is slow to take messages keeps no invoice from waking. */
  desks: 'relance-desks',
} as const

export const workflowTypes = { invoice: 'invoiceFile', debtor: 'contactDesk', rehearsal: 'rehearsal' } as const

export const signalNames = {
  happen: 'happen',
  answer: 'answer',
  request: 'request',
  decide: 'decide',
  recheck: 'recheck',
  migrate: 'migrate',
} as const

/** `item` is the item's id, `{entity}:{number}:{year}`. */
export const invoiceWorkflowId = (item: string) => `invoice:${item}`
/** `debtor` is the debtor's id, `{entity}:{code}`. */
export const debtorWorkflowId = (debtor: string) => `debtor:${debtor}`
/** `rehearsal` is the `_id` of the rehearsal's record. */
export const rehearsalWorkflowId = (rehearsal: string) => `rehearsal:${rehearsal}`

export interface InvoiceFileInput {
  readonly item: string
  /** Content hash of the pinned scenario version. */
  readonly scenario: string
  /** Carried over continue-as-new; absent on the first run. */
  readonly carried?: CarriedFile
}

/** All that a file remembers from one run to the next. */
export interface CarriedFile {
  readonly state: MachineState
  readonly asked: AskedStep | null
  /** Ids of the business events already taken, oldest first. */
  readonly taken: readonly string[]
  /** Number of timeline entries written so far: makes their ids. */
  readonly written: number
  readonly stuck: Stuck | null
  /** Acts done so far, under whatever version. */
  readonly done: readonly string[]
  /** When the step under way was reached (ISO): a wait counts from then, also after a move to another version. */
  readonly reached: string
  /** A move that waits until what was asked for is answered. */
  readonly leaving: Leaving | null
  /** Rank of the last publication heard of. */
  readonly heard: number
  /** How it took over its account last, if it did. */
  readonly tookOver: TookOver | null
}

/** An act that was handed to the desk or to a person. */
export interface AskedStep extends Place {
  /** Raised each time the same step is asked again. */
  readonly round: number
  /** `again`: the step was given back or is to be retried; it is done anew once the file is free. */
  readonly answer: 'awaited' | 'again'
}

/** An error that no scenario foresees: the file waits, visibly, for a person to retry or skip. */
export interface Stuck extends Place {
  readonly reason: string
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
  /**
   * A port of the node. Two words are reserved for the desk: `failed` (with its reason: the error port or parked) and
   * `held` (disputed, promised, on hold or carried by another invoice at the last look: asked again once the file is free).
   */
  readonly outcome: string
  readonly reason?: string
  /** With the reason `carried`: id of the invoice that carries the account. */
  readonly carrier?: string
}

/** Signal `migrate` of the invoice workflow: a publication concerns this file, or a person has chosen its step. */
export interface MigrateSignal {
  /** Id of the publication, or of the person's choice. */
  readonly event: string
  /** Rank of the publication among those of its scenario; null when one file alone is meant. */
  readonly rank: number | null
  /** Content hash of the version that is left: a file on another one is not meant. */
  readonly from: string
  /** Of the same scenario, or of another one. */
  readonly to: string
  /** Targets by step of the version left. Null: nobody has said where its files lead; absent: they stay. */
  readonly moves: Readonly<Record<string, string | null>>
}

/** A move that waits for an answer: from a step of which it says nothing, the file goes where it was sent from the step that asked. */
export interface Leaving extends MigrateSignal {
  readonly instead?: { readonly target: string | null; readonly paid: boolean }
}

export interface ContactDeskInput {
  readonly debtor: string
  /** Carried over continue-as-new. */
  readonly carried?: CarriedDesk
}

export interface CarriedDesk {
  readonly requests: readonly DeskRequest[]
  readonly messages: readonly PreparedMessage[]
  readonly decisions: readonly DecideSignal[]
}

/** What the desk workflow knows of a message; everything else is in its record. */
export interface PreparedMessage {
  readonly id: string
  readonly state: 'to-confirm' | 'queued' | 'waiting'
  /** ISO instant at which the desk acts on it by itself; null while a person is awaited. */
  readonly at: string | null
  /** Attempts that the provider refused for the time being. */
  readonly attempts: number
}

/** Signal `request` of the debtor workflow. */
export interface DeskRequest {
  /** `{item}/{scenario hash}/{node}/{visit}`: the send key of one invoice's step. */
  readonly key: string
  /** Raised when the same step is asked again after a hold. */
  readonly round: number
  readonly item: string
  readonly scenario: string
  readonly node: string
  readonly visit: number
  /** `thanks` after the payment: paid invoices are then no reason to stay silent. */
  readonly phase: 'course' | 'thanks'
  readonly medium: Medium
  readonly role: ContactRole
  readonly template: string
  readonly level: number
  readonly confirmation: Confirmation
}

/**
 * Signal `decide` of the debtor workflow: a person's word on a message. `confirm` and `cancel` on a prepared one (confirm
 * also looks again for a missing contact); `arrived`, `resend` and `cancel` on one whose end is uncertain.
 */
export interface DecideSignal {
  readonly message: string
  readonly decision: 'confirm' | 'cancel' | 'arrived' | 'resend'
  readonly by: string
  readonly reason?: string
}
