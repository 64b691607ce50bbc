import fc from 'fast-check'
import { describe, pending } from '../machine/describe.ts'
import { type Stepped, start, step } from '../machine/step.ts'
import type { CompiledScenario, Effect, Happening, MachineEvent, MachineState } from '../machine/types.ts'

/** One thing that a wandering host does next. */
export interface Whim {
  readonly does: 'answers' | 'happens' | 'fails' | 'repeats' | 'decides'
  readonly pick: number
  readonly past: boolean
}

export const arbitraryWhims = fc.array(
  fc.record({
    does: fc.constantFrom('answers', 'answers', 'answers', 'happens', 'fails', 'repeats', 'decides'),
    pick: fc.nat(1_000),
    past: fc.boolean(),
  }) as fc.Arbitrary<Whim>,
  { maxLength: 60 },
)

export interface Stride {
  readonly before: MachineState | null
  readonly event: MachineEvent | null
  readonly state: MachineState
  readonly effects: readonly Effect[]
}

const happenings: readonly Happening[] = [
  { type: 'DISPUTED' },
  { type: 'DISPUTE_RESOLVED' },
  { type: 'PROMISED' },
  { type: 'PROMISE_ENDED' },
  { type: 'HELD' },
  { type: 'RELEASED' },
  { type: 'DISPUTED' },
  { type: 'DISPUTE_RESOLVED' },
  { type: 'HELD' },
  { type: 'RELEASED' },
  { type: 'PAID' },
  { type: 'HANDED_OVER' },
  { type: 'CANCELLED', reason: 'credit note' },
]

interface Wandering {
  readonly whims: readonly Whim[]
  /** What happens to the state between two steps. */
  readonly through?: (state: MachineState) => MachineState
  /** Goes on from here instead of opening a file. */
  readonly from?: MachineState
}

/** Drives a file as a host would that answers at random. */
export function wander(compiled: CompiledScenario, { whims, through = (state) => state, from }: Wandering): Stride[] {
  let now: Stepped = from ? { state: from, effects: [] } : start(compiled)
  const strides: Stride[] = from ? [] : [{ before: null, event: null, ...now }]
  const past: MachineEvent[] = []
  for (const whim of whims) {
    const before = through(now.state)
    const event = eventOf(whim, { compiled, state: before, past })
    if (!event) continue
    now = step(compiled, before, event)
    strides.push({ before, event, ...now })
    past.push(event)
  }
  return strides
}

interface Situation {
  readonly compiled: CompiledScenario
  readonly state: MachineState
  readonly past: readonly MachineEvent[]
}

function eventOf(whim: Whim, { compiled, state, past }: Situation): MachineEvent | undefined {
  const { node, visit } = describe(state)
  switch (whim.does) {
    case 'happens':
      return happenings[whim.pick % happenings.length]
    case 'fails':
      return node === null ? undefined : { type: 'FAILED', node, visit, reason: 'no address' }
    case 'repeats':
      return past[whim.pick % Math.max(1, past.length)]
    case 'decides':
      return node === null ? undefined : { type: whim.pick % 2 ? 'RETRY' : 'SKIP', node, visit }
    case 'answers': {
      const effect = pending(compiled, state)
      return effect ? answerTo(effect, whim) : undefined
    }
  }
}

function answerTo(effect: Effect, { pick, past }: Whim): MachineEvent | undefined {
  if (!('visit' in effect)) return undefined
  const place = { node: effect.node, visit: effect.visit }
  switch (effect.type) {
    case 'date':
      return { type: 'DATED', ...place, at: new Date(Date.UTC(2026, 0, 1 + (pick % 365))).toISOString(), past }
    case 'sleep':
      return { type: 'WOKEN', ...place }
    case 'facts':
      return { type: 'FACTS', ...place, facts: factsOfDaysLate(pick % 20) }
    case 'act':
      return { type: 'OUTCOME', ...place, port: ['sent', 'cancelled', 'unheard-of'][pick % 3]! }
    default:
      return undefined
  }
}

function factsOfDaysLate(daysLate: number) {
  return {
    invoice: {
      number: 'F-1',
      amount: 120_000,
      open: 120_000,
      currency: 'EUR',
      issueDate: '2026-01-01',
      dueDate: '2026-01-31',
      daysLate,
    },
    claim: { penalties: 0, indemnity: 0 },
    account: { balance: 120_000, overdue: 120_000, overdueInvoices: 1 },
    debtor: { segment: 'pme', country: 'FR', language: 'fr', meanDelay: 0 },
    entity: { code: 'FR01' },
    course: { reminders: 0, daysSinceLastReminder: 0, brokenPromises: 0, lastOutcome: '' },
  } as const
}
