import type { Registry } from '@relance/sdk/registry'
import type { CompiledScenario } from '../machine/types.ts'
import type { WhatIf } from '../machine/what-if.ts'
import type { AnswerSignal, DecideSignal, HappenSignal, MigrateSignal } from '../workflows/protocol.ts'

/** Whether a running workflow took the signal; `absent` when none runs under that id. */
export type Told = 'taken' | 'absent'

/** The durable files, as operations reach them. Ids are those of items and debtors, not of workflows. */
export interface FileDoor {
  /** Starts the file of an item on a published version; `already` when it runs, or once ran and was not reopened. */
  readonly start: (file: {
    readonly item: string
    readonly scenario: string
    readonly reopened?: boolean
  }) => Promise<'started' | 'already'>
  readonly happen: (item: string, signal: HappenSignal) => Promise<Told>
  readonly answer: (item: string, signal: AnswerSignal) => Promise<Told>
  readonly migrate: (item: string, signal: MigrateSignal) => Promise<Told>
  readonly decide: (debtor: string, signal: DecideSignal) => Promise<Told>
  /** Has the debtor's desk look again at its open messages. */
  readonly recheck: (debtor: string) => Promise<void>
  /** Wakes the desks whose messages wait but which no longer run; returns how many. */
  readonly wakeDesks: () => Promise<number>
}

/** What a rehearsal needs; its steps are written to the rehearsal's record as they come. */
export interface RehearsalRequest {
  /** `_id` of the rehearsal's record. */
  readonly id: string
  readonly document: unknown
  readonly compiled: CompiledScenario
  /** The item that lends its facts; a made-up invoice without. */
  readonly invoice?: string
  readonly whatIf: WhatIf
}

export interface RehearsalDoor {
  readonly start: (request: RehearsalRequest) => Promise<void>
}

export interface ServiceState {
  readonly ok: boolean
  readonly detail: string
}

/** What operations need from outside the database. */
export interface Ports {
  readonly now: () => Date
  /** The step kinds of this installation, found packages included. */
  readonly registry: Registry
  readonly files: FileDoor
  readonly rehearsals: RehearsalDoor
  /** Pages of the mail catcher and of Temporal, where there are any. */
  readonly pages: { readonly mail: string | null; readonly temporal: string | null }
  /** State of what runs beside this process, by name. */
  readonly health: () => Promise<Readonly<Record<string, ServiceState>>>
  /** Something went wrong behind an answered request; no personal data in `fields`. */
  readonly warn: (fields: Readonly<Record<string, unknown>>, text: string) => void
}

/** Who acts, and through what. */
export interface Operator {
  readonly ports: Ports
  readonly author: string
}
