import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import type { HolidayCalendar } from '../domain/calendar/holiday-calendar.ts'
import type { Delay } from './delay-log.ts'
import type { End } from './describe.ts'
import type { OtherItem, SimulatedFile } from './simulated-file.ts'
import type { Trace } from './trace.ts'
import type { CompiledScenario } from './types.ts'
import type { WhatIf } from './what-if.ts'

/** One debtor's account to be lived through. */
export interface AccountQuery {
  readonly compiled: CompiledScenario
  readonly policy: ScenarioPolicy
  /** The invoices of one debtor that the scenario follows. */
  readonly files: readonly FileQuery[]
  /** What else stands on the account: credit notes, payments not matched, invoices of another scenario. */
  readonly others?: readonly OtherItem[]
  /** IANA name. */
  readonly zone: string
  readonly holidays: HolidayCalendar
  /** Nothing later is told, ISO. */
  readonly until: string
}

export interface FileQuery {
  readonly file: SimulatedFile
  /** When the file is enrolled, ISO. */
  readonly from: string
  readonly whatIf: WhatIf
}

export type SimulationQuery = Omit<AccountQuery, 'files' | 'others'> & FileQuery

export interface Simulation {
  readonly trace: Trace
  /** What comes later than it was meant, and why, in order. */
  readonly delays: readonly Delay[]
  /** `over`: no step left, still unpaid. `running`: the time asked for ran out. `waiting`: held, or parked for a person. */
  readonly end: End | 'over' | 'waiting' | 'running'
}
