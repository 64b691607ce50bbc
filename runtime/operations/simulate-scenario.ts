import type { Registry } from '@relance/sdk/registry'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { Locale } from '@relance/sdk/words'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { simulateRequestSchema, simulationSchema } from '../contract/scenarios.ts'
import { addDays } from '../domain/ageing/days-between.ts'
import { holidaysOf } from '../domain/calendar/holidays-of.ts'
import { compile } from '../machine/compile.ts'
import { simulate } from '../machine/simulate.ts'
import type { Trace } from '../machine/trace.ts'
import { dayIn } from './calendar-day.ts'
import type { Operator } from './ports.ts'
import { findScenario } from './read-scenarios.ts'
import { scenarioRefused } from './scenario-refused.ts'
import { simulatedFile } from './simulated-invoice.ts'

type SimulateRequest = z.output<typeof simulateRequestSchema>
type Simulation = z.output<typeof simulationSchema>

const longest = 730

/** The dated steps of one invoice, real or made up, through a draft. Nothing is written and nothing leaves. */
export async function simulateScenario(
  id: string,
  request: SimulateRequest,
  { ports, locale }: Pick<Operator, 'ports'> & { locale: Locale },
): Promise<Simulation> {
  const { document } = await findScenario(id)
  const compilation = compile({ document, registry: ports.registry })
  if (!compilation.ok) throw scenarioRefused(compilation.problems, locale)
  const { file, zone, address } = await simulatedFile(request, { segment: document.segment, now: ports.now() })
  const { invoice } = file
  const from = request.from ?? (request.invoice ? dayIn(zone, ports.now()) : invoice.issueDate)
  const until = request.until ?? addDays([invoice.dueDate, from].sort().at(-1)!, longest)
  const { trace, end } = simulate({
    compiled: compilation.compiled,
    policy: document.policy,
    file,
    zone,
    holidays: holidaysOf(address),
    from: midnight(from, zone),
    until: midnight(until, zone),
    whatIf: request.whatIf,
  })
  return { steps: stepsOf(trace, { document, locale, registry: ports.registry }), end }
}

function midnight(date: string, zone: string): string {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant().toString()
}

/** What a person would see of a trace: each act with how it ended, what was passed over, where it stopped. */
function stepsOf(
  trace: Trace,
  { document, locale, registry }: { document: ScenarioDocument; locale: Locale; registry: Registry },
): Simulation['steps'] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]))
  const steps: Simulation['steps'] = []
  for (const { at, what, node: id, detail } of trace) {
    const node = id === null ? undefined : nodes.get(id)
    if (!node) continue
    if (what === 'outcome' || what === 'failed') {
      const act = steps.findLast((step) => step.node === id)
      if (act) act.outcome = detail
    }
    if (what !== 'act' && what !== 'skipped' && what !== 'ended' && what !== 'parked') continue
    const outcome = what === 'act' ? null : what === 'skipped' ? 'skipped' : detail
    steps.push({ at, node: node.id, kind: node.kind, label: labelOf(node, { locale, registry }), outcome })
  }
  return steps
}

/** The label that was drawn, else the sentence of the step's settings. */
function labelOf(
  { kind, label, settings }: ScenarioDocument['nodes'][number],
  { locale, registry }: { locale: Locale; registry: Registry },
): string {
  if (label) return label
  const definition = registry.get(kind)
  const parsed = definition?.settings.safeParse(settings)
  return parsed?.success ? definition!.words.sentence(parsed.data)[locale] : kind
}
