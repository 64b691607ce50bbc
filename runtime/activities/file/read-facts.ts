import { type Condition, matches } from '@relance/sdk/condition'
import { otherwisePort } from '@relance/sdk/define-node'
import { type Facts, readFact } from '@relance/sdk/facts'
import type { FileActivities } from '../../workflows/file-activities.ts'
import type { RunningVersion } from '../scenario-store.ts'
import type { Services } from '../services.ts'
import { applyTrace } from './apply-trace.ts'
import { findItem } from './find-item.ts'
import { gatherFacts } from './gather-facts.ts'

/** The facts that a choice is made on; the timeline is told which branch they lead to, and which facts decided. */
export function readFacts(services: Pick<Services, 'scenarios' | 'registry' | 'signals'>): FileActivities['readFacts'] {
  return async ({ trace, place, now }) => {
    const [item, version] = await Promise.all([findItem(trace.item), services.scenarios.get(trace.scenario)])
    const facts = await gatherFacts(item, new Date(now))
    const values = explain(place.node, { facts, version, services })
    const note = {
      id: `${place.node}:${place.visit}:facts`,
      at: now,
      kind: 'chosen',
      node: place.node,
      values,
    } as const
    await applyTrace(trace, { item, version, services, notes: [note] })
    return facts
  }
}

/** The branch taken and the value of every fact that the step tests, under the fact's name. */
function explain(
  node: string,
  { facts, version, services }: { facts: Facts; version: RunningVersion; services: Pick<Services, 'registry'> },
): Record<string, string | number> {
  const drawn = version.document.nodes.find(({ id }) => id === node)
  const definition = drawn && services.registry.get(drawn.kind)
  if (definition?.shape !== 'choose') return {}
  const branches = definition.branches(definition.settings.parse(drawn?.settings))
  const taken = branches.find(({ when }) => matches(when, facts))
  const words = taken?.words ?? definition.otherwise
  const tested = branches.flatMap(({ when }) => namesIn(when)).map((name) => [name, readFact(facts, name) ?? ''])
  return { port: taken?.port ?? otherwisePort, branch: words.fr, branchEn: words.en, ...Object.fromEntries(tested) }
}

function namesIn(condition: Condition): Extract<Condition, { fact: string }>['fact'][] {
  if ('all' in condition) return condition.all.flatMap(namesIn)
  if ('any' in condition) return condition.any.flatMap(namesIn)
  return [condition.fact]
}
