import { frenchHolidays } from '@relance/runtime/domain/calendar/french-holidays'
import { compile } from '@relance/runtime/machine/compile'
import { simulate } from '@relance/runtime/machine/simulate'
import type { Simulation } from '@relance/runtime/machine/simulation'
import type { Problem } from '@relance/runtime/machine/types'
import type { WhatIf } from '@relance/runtime/machine/what-if'
import type { Registry } from '@relance/sdk/registry'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'

/** The invoice whose course is dated on the drawing. Amount in cents. */
export interface Sample {
  readonly issueDate: string
  readonly dueDate: string
  readonly amount: number
  readonly whatIf: WhatIf
}

export interface Checked {
  readonly problems: readonly Problem[]
  /** First day of each step for the sample, by node id; empty while the scenario has errors. */
  readonly dates: Readonly<Record<string, string>>
  /** The messages and calls of the sample, and how it ends. */
  readonly summary: { readonly acts: number; readonly end: Simulation['end']; readonly last: string | null } | null
}

const zone = 'Europe/Paris'
const lookAheadMs = 730 * 86_400_000

/** Compiles a document and, for a sample invoice, lives it through in virtual time. Sends and reads nothing. */
export function checkScenario({
  document,
  registry,
  sample,
}: {
  document: ScenarioDocument
  registry: Registry
  sample: Sample | null
}): Checked {
  const compilation = compile({ document, registry })
  if (!compilation.ok || sample === null) return { problems: compilation.problems, dates: {}, summary: null }
  const { trace, end } = simulate({
    compiled: compilation.compiled,
    policy: document.policy,
    file: fileOf(sample, document),
    zone,
    holidays: frenchHolidays,
    from: `${sample.issueDate}T08:00:00Z`,
    until: new Date(Date.parse(sample.issueDate) + lookAheadMs).toISOString(),
    whatIf: sample.whatIf,
  })
  const acts = trace.filter(({ what }) => what === 'outcome').length
  return {
    problems: compilation.problems,
    dates: datesOf(trace),
    summary: { acts, end, last: trace.at(-1)?.at ?? null },
  }
}

function fileOf({ issueDate, dueDate, amount }: Sample, { segment }: ScenarioDocument) {
  return {
    invoice: { number: 'F-0001', amount, open: amount, currency: 'EUR', issueDate, dueDate },
    debtor: { id: 'sample', segment: segment ?? 'pme', country: 'FR', language: 'fr', meanDelay: 0 },
    entity: { code: 'FR' },
  } as const
}

/** A wait is dated by its end, an act by its outcome. */
function datesOf(trace: Simulation['trace']): Record<string, string> {
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  const dates: Record<string, string> = {}
  for (const { at, node, what, detail } of trace) {
    if (node === null || what === 'skipped' || what === 'act') continue
    dates[node] ??= days.format(new Date(what === 'sleep' ? detail : at))
  }
  return dates
}
