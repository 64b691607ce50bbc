import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import { frenchHolidays } from '../../domain/calendar/french-holidays.ts'
import { metaOf } from '../describe.ts'
import { simulate } from '../simulate.ts'
import type { CompiledScenario, Problem } from '../types.ts'

/** More contacts than this in a month drive a customer away rather than make it pay. */
export const mostContacts = 8
const month = 30 * 86_400_000

const usualFile = {
  invoice: {
    ...{ number: 'F-0001', amount: 480_000, open: 480_000, currency: 'EUR' },
    ...{ issueDate: '2026-01-05', dueDate: '2026-02-04' },
  },
  debtor: { id: 'usual', segment: 'pme', country: 'FR', language: 'fr', meanDelay: 0 },
  entity: { code: 'FR' },
} as const

/**
 * Lives a typical invoice through, whose customer never answers, and counts what reaches it in any 30 days. Told at the first
 * contact too many. Costs a simulation: for those who show problems, not for each compilation.
 */
export function checkPressure(compiled: CompiledScenario, { policy }: { policy: ScenarioPolicy }): Problem[] {
  const { trace } = simulate({
    ...{ compiled, policy, file: usualFile, zone: 'Europe/Paris', holidays: frenchHolidays },
    ...{ from: '2026-01-05T08:00:00Z', until: '2028-01-05T08:00:00Z', whatIf: { type: 'never-answers' } },
  })
  const contacts = trace.filter(
    ({ what, node }) => what === 'outcome' && node !== null && metaOf(compiled, node)?.contact !== undefined,
  )
  const excess = contacts.find(({ at }, index) => {
    const earlier = contacts[index - mostContacts]
    return earlier !== undefined && Date.parse(at) - Date.parse(earlier.at) < month
  })
  if (excess === undefined) return []
  const values = { count: mostContacts + 1, most: mostContacts }
  return [{ severity: 'warning', code: 'many-contacts', node: excess.node!, values }]
}
