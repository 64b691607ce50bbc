import { describe } from './describe.ts'
import type { Stepped } from './step.ts'
import type { Effect, MachineEvent, MachineState } from './types.ts'

/**
 * What a file did, as every host tells it. Production and simulator record through {@link traceOf}, so that their stories of one
 * file can be laid side by side.
 */
export interface TraceEntry {
  /** ISO, UTC. */
  readonly at: string
  readonly what: 'act' | 'outcome' | 'failed' | 'parked' | 'skipped' | 'sleep' | 'ended' | 'happened'
  /** Null for what happened to the file as a whole. */
  readonly node: string | null
  /** The kind acted, the port left by, the instant slept until, the event that happened, or the reason. */
  readonly detail: string
}

export type Trace = readonly TraceEntry[]

/** The entries of one step. `event` is null for the opening; a stale answer leaves none. */
export function traceOf({
  at,
  event,
  before,
  stepped,
}: {
  at: string
  event: MachineEvent | null
  before: MachineState | null
  stepped: Stepped
}): TraceEntry[] {
  const told = event && before ? tellEvent(event, before) : undefined
  return [...(told ? [told] : []), ...stepped.effects.flatMap(tellEffect)].map((entry) => ({ at, ...entry }))
}

type Told = Omit<TraceEntry, 'at'>

function tellEvent(event: MachineEvent, before: MachineState): Told | undefined {
  if (before.status === 'done') return undefined
  switch (event.type) {
    case 'DATED':
    case 'WOKEN':
    case 'FACTS':
      return undefined
    case 'OUTCOME':
    case 'FAILED': {
      const { node, visit, phase } = describe(before)
      if (node !== event.node || visit !== event.visit || phase !== 'doing') return undefined
      return event.type === 'OUTCOME'
        ? { what: 'outcome', node, detail: event.port }
        : { what: 'failed', node, detail: event.reason }
    }
    case 'RETRY':
    case 'SKIP':
      return { what: 'happened', node: event.node, detail: event.type }
    default:
      return { what: 'happened', node: null, detail: event.type }
  }
}

function tellEffect(effect: Effect): Told[] {
  const { type, node } = effect
  switch (type) {
    case 'date':
    case 'facts':
      return []
    case 'act':
      return [{ what: 'act', node, detail: effect.kind }]
    case 'sleep':
      return [{ what: 'sleep', node, detail: effect.until }]
    case 'parked':
    case 'ended':
      return [{ what: type, node, detail: effect.reason }]
    case 'skipped':
      return [{ what: 'skipped', node, detail: '' }]
  }
}
