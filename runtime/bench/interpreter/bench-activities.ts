import type { Facts } from '@relance/sdk/facts'
import { byReference } from '../../activities/scenario-codec.ts'
import type { CompiledScenario } from '../../machine/types.ts'
import type { FileActivities } from '../../workflows/file-activities.ts'

/** Rest between two steps of the bench, ms: never over before it begins, and short enough that nothing continues as new. */
const nap = 1_500

export interface Played {
  readonly item: string
  readonly what: string
}

/** Activities that cost nothing, so that what is measured is the workflow; `played` is the trace that both must share. */
export function benchActivities(
  compiled: CompiledScenario,
  { scenario }: { scenario: boolean },
): FileActivities & { played: Played[] } {
  const played: Played[] = []
  return {
    played,
    async loadFile() {
      const item = { paid: false, disputed: false, promised: false, held: null }
      return scenario ? byReference({ compiled, item }) : ({ item } as never)
    },
    async resolveDate({ trace, place, now }) {
      played.push({ item: trace.item, what: `date ${place.node}/${place.visit}` })
      return { at: new Date(Date.parse(now) + nap).toISOString(), past: false }
    },
    async readFacts({ trace, place }) {
      played.push({ item: trace.item, what: `facts ${place.node}/${place.visit}` })
      return facts
    },
    async act({ trace, place, kind }) {
      played.push({ item: trace.item, what: `act ${kind} ${place.node}/${place.visit}` })
      return { port: 'sent' }
    },
    async recordTrace() {},
  }
}

const facts: Facts = {
  invoice: {
    number: 'F-1',
    amount: 120_000,
    open: 120_000,
    currency: 'EUR',
    issueDate: '2026-09-01',
    dueDate: '2026-10-01',
    daysLate: 12,
  },
  claim: { penalties: 0, indemnity: 0 },
  account: { balance: 120_000, overdue: 120_000, overdueInvoices: 1 },
  debtor: { segment: 'pme', country: 'FR', language: 'fr', meanDelay: 12 },
  entity: { code: 'E1' },
  course: { reminders: 0, daysSinceLastReminder: 0, brokenPromises: 0, lastOutcome: '' },
}
