import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { Locale } from '@relance/sdk/words'
import type { z } from 'zod'
import type { Impact, ImpactStep, impactQuerySchema } from '../../contract/versions.ts'
import { diffScenarios } from '../../machine/diff/diff-scenarios.ts'
import { countCandidates } from '../enrol-files.ts'
import type { Operator } from '../ports.ts'
import { compiledOrRefused } from '../publish-scenario.ts'
import { findScenario } from '../read-scenarios.ts'
import { impactStep } from './impact-step.ts'
import { findVersion, findVersions, targetsOf } from './read-versions.ts'
import { running, standings, versionNumberOf } from './running-files.ts'

type Asker = Pick<Operator, 'ports'> & { readonly locale?: Locale }

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
  const stands = await standings(running(id))
  const known = record.published ? [record.published.hash as string] : []
  const versions = await findVersions([...new Set([...known, ...stands.map(({ hash }) => hash)])])
  const inForce = versions.find(({ hash }) => hash === record.published?.hash)
  const asked = targetsAsked(moves)
  const rows = stands.flatMap((standing) => {
    const from = versions.find(({ hash }) => hash === standing.hash)
    return from && from.hash !== compiled.hash ? [{ standing, from }] : []
  })
  const steps: ImpactStep[] = []
  for (const row of rows)
    steps.push(await impactStep(row, { to: { document, compiled }, asked, files: running(id), ports: asker.ports }))
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
