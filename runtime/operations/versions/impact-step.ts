import type { Registry } from '@relance/sdk/registry'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { ImpactStep } from '../../contract/versions.ts'
import { chartOf } from '../../machine/describe.ts'
import { diffScenarios, stepWords } from '../../machine/diff/diff-scenarios.ts'
import { stepsAhead } from '../../machine/migrate.ts'
import type { CompiledScenario } from '../../machine/types.ts'
import type { Ports } from '../ports.ts'
import { movedDates } from './moved-dates.ts'
import type { PublishedVersion } from './read-versions.ts'
import type { Files, Standing } from './running-files.ts'

interface Candidate {
  readonly document: ScenarioDocument
  readonly compiled: CompiledScenario
}

interface Row {
  readonly standing: Standing
  readonly from: PublishedVersion
}

interface Asked {
  readonly to: Candidate
  /** Targets by `version.node`; what is absent is suggested. */
  readonly asked: ReadonlyMap<string, string>
  /** Which files are meant. */
  readonly files: Files
  readonly ports: Pick<Ports, 'registry' | 'now'>
}

/** What becomes of the files that stand on a step, where another drawing is to take them. */
export async function impactStep({ standing, from }: Row, { to, asked, files, ports }: Asked): Promise<ImpactStep> {
  const { registry } = ports
  const { hash: _, node, ...counts } = standing
  const drawn = from.document.nodes.find(({ id }) => id === node)
  const paid = chartOf(from.compiled, { node, paid: false }) === undefined
  const suggested = suggest(node, { from: from.compiled, to: to.compiled, paid })
  const target = asked.get(`${from.version}.${node}`) ?? suggested.to
  return {
    ...{ version: from.version, node, ...counts, paid, suggested },
    label: drawn ? stepWords(drawn, registry) : { fr: node, en: node },
    fate: fateOf(node, { before: from.document, after: to.document, registry }),
    dates: target === null ? null : await movedDates({ node, target, paid, from, to, files, now: ports.now() }),
  }
}

function fateOf(
  node: string,
  sides: { before: ScenarioDocument; after: ScenarioDocument; registry: Registry },
): ImpactStep['fate'] {
  const fate = diffScenarios(sides).steps[node]
  return fate === 'same' || fate === 'removed' ? fate : 'changed'
}

/** A step that is still there follows; the files of one that is gone lead to the next one that is, else to a person. */
function suggest(
  node: string,
  { from, to, paid }: { from: CompiledScenario; to: CompiledScenario; paid: boolean },
): ImpactStep['suggested'] {
  if (chartOf(to, { node, paid })) return { action: 'follow', to: node }
  const next = [...stepsAhead(from, { node, paid })].find((id) => chartOf(to, { node: id, paid }))
  return next ? { action: 'move', to: next } : { action: 'park', to: null }
}
