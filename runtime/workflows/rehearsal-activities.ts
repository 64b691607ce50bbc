import type { Facts } from '@relance/sdk/facts'
import type { ResolvedMoment } from '../domain/calendar/resolve-moment.ts'
import type { DatedHappening } from '../machine/what-if.ts'
import type { ActAsk, Asked, DateAsk, LoadedFile, Trace } from './file-activities.ts'

/** What a rehearsal asks of the worker. It reads its own record and writes there only: never the ledger, never a customer. */
export interface RehearsalActivities {
  readonly openRehearsal: (ask: { readonly rehearsal: string; readonly now: string }) => Promise<OpenedRehearsal>
  readonly loadRehearsal: (ask: { readonly rehearsal: string }) => Promise<LoadedFile>
  readonly rehearseDate: (ask: Remembering<DateAsk>) => Promise<ResolvedMoment>
  readonly rehearseFacts: (ask: Remembering<Asked>) => Promise<Facts>
  readonly rehearseAct: (ask: Remembering<ActAsk>) => Promise<RehearsedAct>
  /** Sends what an act has planned to the mail catcher, dated `now`. */
  readonly rehearseSend: (ask: Remembering<ActAsk> & { readonly planned: PlannedAct }) => Promise<void>
  readonly recordRehearsal: (ask: { readonly rehearsal: string; readonly trace: Trace }) => Promise<void>
  readonly closeRehearsal: (ask: { readonly rehearsal: string; readonly error: string | null }) => Promise<void>
}

export interface OpenedRehearsal {
  /** What will happen to the invoice, in order. */
  readonly happenings: readonly DatedHappening[]
  /** The rehearsal ends then at the latest, ISO. */
  readonly until: string
}

/** What the rehearsed file has lived through, as the ledger would know it. */
export interface RehearsalMemory {
  readonly reminders: number
  readonly lastContactAt: string | null
  readonly lastOutcome: string
  readonly paidAt: string | null
}

export type Remembering<T> = T & { readonly rehearsal: string; readonly memory: RehearsalMemory }

/** An act that leaves at once by a port, or does something at a later moment. */
export type RehearsedAct = { readonly port: string } | { readonly planned: PlannedAct }

export interface PlannedAct {
  /** ISO. */
  readonly at: string
  readonly port: string
  /** Null for what is no e-mail: a call is taken as made, without an answer. */
  readonly email: { readonly template: string; readonly role: string } | null
}
