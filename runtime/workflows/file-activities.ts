import type { Facts } from '@relance/sdk/facts'
import type { ResolvedMoment } from '../domain/calendar/resolve-moment.ts'
import type { TookOver } from '../domain/calendar/took-over.ts'
import type { EventKind } from '../domain/event-kinds.ts'
import type { MoveResult } from '../domain/versions/move-results.ts'
import type { CompiledScenario, DateQuestion, Place } from '../machine/types.ts'

/** What the invoice workflow asks of the worker. Each call also writes down what has happened since the last one. */
export interface FileActivities {
  /** `opening`: also who carries the account. */
  readonly loadFile: (ask: {
    readonly item: string
    readonly scenario: string
    readonly opening?: boolean
  }) => Promise<LoadedFile>
  readonly resolveDate: (ask: DateAsk) => Promise<ResolvedMoment>
  readonly readFacts: (ask: Asked) => Promise<Facts>
  readonly act: (ask: ActAsk) => Promise<ActAnswer>
  readonly recordTrace: (trace: Trace) => Promise<void>
}

export interface LoadedFile {
  readonly compiled: CompiledScenario
  /** The item as the ledger has it now. */
  readonly item: {
    readonly paid: boolean
    readonly disputed: boolean
    readonly promised: boolean
    /** Why no step may leave (a key of the words of timeline values); null while nobody has paused it. */
    readonly held: string | null
    /** Id of the invoice that carries the account before this one; told when a file opens. */
    readonly carrier?: string | null
  }
}

export interface Asked {
  readonly trace: Trace
  readonly place: Place
  /** The workflow's clock, ISO. */
  readonly now: string
}

export type DateAsk = Asked &
  DateQuestion & {
    /** What a delay counts from when it counts from the previous step (ISO). */
    readonly reached: string
    readonly tookOver?: TookOver
    /** With `tookOver`, the date of the last wait (ISO). */
    readonly previous?: string | null
  }

export interface ActAsk extends Asked {
  readonly kind: string
  readonly settings: Readonly<Record<string, unknown>>
  readonly round: number
  readonly phase: 'course' | 'thanks'
}

/** The port by which the act was left, or `later`: the desk or a person will answer. */
export type ActAnswer = { readonly port: string } | { readonly later: true }

/** What the file has to write down: timeline entries, business events taken, where it stands. */
export interface Trace {
  readonly item: string
  readonly scenario: string
  /** Tells this life of the file from a later one, after it was reopened. */
  readonly life: string
  /** First trace of this life: the projection is made anew. */
  readonly opening: boolean
  readonly notes: readonly Note[]
  readonly acknowledged: readonly string[]
  readonly course: CourseNote | null
}

/** One timeline entry; `n` counts them over the file's life. */
export interface Note {
  readonly n: number
  readonly at: string
  readonly kind: EventKind
  readonly node: string | null
  readonly values: Readonly<Record<string, string | number | boolean | null>>
}

export type CourseStatus = 'running' | 'waiting-confirmation' | 'waiting-person' | 'parked' | 'ended'

/** Where the file stands; what is absent stays as it was written before. */
export interface CourseNote {
  readonly node?: string | null
  readonly visit?: number
  /** When the step was reached (ISO). */
  readonly since?: string
  readonly status?: CourseStatus
  readonly nextAt?: string | null
  readonly parked?: { readonly node: string; readonly visit: number; readonly reason: string } | null
  readonly lastOutcome?: string
  readonly publication?: { readonly id: string; readonly result: MoveResult }
  /** The file knows that it is held: whoever lifts the hold has to tell it. */
  readonly held?: boolean
  /** Since when its contacts stand aside, and the id of the invoice that carried the account then. */
  readonly carried?: { readonly at: string; readonly by: string | null } | null
}
