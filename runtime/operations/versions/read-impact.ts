import type { Registry } from '@relance/sdk/registry'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { Locale } from '@relance/sdk/words'
import type { z } from 'zod'
import type { Impact, ImpactStep, impactQuerySchema } from '../../contract/versions.ts'
import { chartOf } from '../../machine/describe.ts'
import { diffScenarios, stepWords } from '../../machine/diff/diff-scenarios.ts'
import { stepsAhead } from '../../machine/migrate.ts'
import type { CompiledScenario } from '../../machine/types.ts'
import { countCandidates } from '../enrol-files.ts'
import type { Operator } from '../ports.ts'
import { compiledOrRefused } from '../publish-scenario.ts'
import { findScenario } from '../read-scenarios.ts'
import { movedDates } from './moved-dates.ts'
import { findVersion, findVersions, type PublishedVersion, targetsOf } from './read-versions.ts'
import { type Standing, standings, versionNumberOf } from './running-files.ts'

type Asker = Pick<Operator, 'ports'> & { readonly locale?: Locale }

interface Candidate {
  readonly document: ScenarioDocument
  readonly compiled: CompiledScenario
}

/**
 * What publishing the draft, or bringing an older version back, would do: what the drawing says otherwise, which files stand on
 * which step of which version, where they would lead and how their dates change. Changes nothing. A draft with errors is refused.
 */
export async function readImpact(
  id: string,
  { version, moves = '' }: z.output<typeof impactQuerySchema>,
  asker: Asker,
): Promise<Impact> {
  const { registry } = asker.ports
  const record = await findScenario(id)
  const { document }: { document: ScenarioDocument } =
    version === undefined ? record : await findVersion({ scenario: id, version })
  const compiled = await compiledOrRefused(document, asker)
  const stands = await standings(id)
  const known = record.published ? [record.published.hash as string] : []
  const versions = await findVersions([...new Set([...known, ...stands.map(({ hash }) => hash)])])
  const inForce = versions.find(({ hash }) => hash === record.published?.hash)
  const asked = targetsAsked(moves)
  const rows = stands.flatMap((standing) => {
    const from = versions.find(({ hash }) => hash === standing.hash)
    return from && from.hash !== compiled.hash ? [{ standing, from }] : []
  })
  const steps: ImpactStep[] = []
  for (const row of rows) steps.push(await impactStep(row, { to: { document, compiled }, asked, asker }))
  const { segment } = document
  return {
    version: await versionNumberOf(id, compiled.hash),
    hash: compiled.hash,
    current: record.published?.hash === compiled.hash,
    starts: segment ? await countCandidates({ segment }) : 0,
    changes: inForce ? [...diffScenarios({ before: inForce.document, after: document, registry }).changes] : [],
    files: stands.reduce((total, { files }) => total + files, 0),
    steps: steps.sort((left, right) => right.version - left.version || right.files - left.files),
    targets: targetsOf({ document, compiled }, registry),
  }
}

/** Targets by `version.node`. */
function targetsAsked(moves: string): ReadonlyMap<string, string> {
  const pairs = moves.split(',').filter(Boolean)
  return new Map(pairs.map((pair) => pair.split(':') as [string, string]))
}

interface Row {
  readonly standing: Standing
  readonly from: PublishedVersion
}

async function impactStep(
  { standing, from }: Row,
  { to, asked, asker }: { to: Candidate; asked: ReadonlyMap<string, string>; asker: Asker },
): Promise<ImpactStep> {
  const { registry } = asker.ports
  const { hash: _, node, ...counts } = standing
  const drawn = from.document.nodes.find(({ id }) => id === node)
  const paid = chartOf(from.compiled, { node, paid: false }) === undefined
  const suggested = suggest(node, { from: from.compiled, to: to.compiled, paid })
  const target = asked.get(`${from.version}.${node}`) ?? suggested.to
  return {
    ...{ version: from.version, node, ...counts, paid, suggested },
    label: drawn ? stepWords(drawn, registry) : { fr: node, en: node },
    fate: fateOf(node, { before: from.document, after: to.document, registry }),
    dates: target === null ? null : await movedDates({ node, target, paid, from, to, now: asker.ports.now() }),
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
