import type { MoveChoice } from '../../contract/versions.ts'
import { chartOf } from '../../machine/describe.ts'
import type { CompiledScenario } from '../../machine/types.ts'
import { ScenarioVersion } from '../../models/scenario-version.ts'
import type { MigrateSignal } from '../../workflows/protocol.ts'
import { type Fault, RefusedError } from '../refused-error.ts'

/** What the files of one version are told. */
export interface Departure {
  readonly from: string
  readonly moves: MigrateSignal['moves']
}

/**
 * The choices of a publication as signals. Refused as `invalid`, each choice at its place: an unknown version or step, two words
 * about one step, a target that the new version does not have in the same course.
 */
export async function planMoves(
  scenario: string,
  { choices, to }: { choices: readonly MoveChoice[]; to: CompiledScenario },
): Promise<Departure[]> {
  const versions = await versionsOf(scenario, choices)
  const faults: Fault[] = []
  const departures = new Map<string, Record<string, string | null>>()
  const seen = new Set<string>()
  for (const [index, choice] of choices.entries()) {
    const from = versions.get(choice.version)
    const fault = faultOf(choice, { from, to, seen })
    if (fault) faults.push({ path: `body.choices.${index}`, message: fault, code: fault })
    else if (from && choice.action !== 'stay' && from.hash !== to.hash) {
      departures.set(from.hash, { ...departures.get(from.hash), [choice.node]: targetOf(choice) })
    }
  }
  if (faults.length > 0) throw new RefusedError('invalid', { errors: faults })
  return [...departures].map(([from, moves]) => ({ from, moves }))
}

function targetOf({ action, node, to }: MoveChoice): string | null {
  if (action === 'park') return null
  return action === 'follow' ? node : to!
}

function faultOf(
  choice: MoveChoice,
  { from, to, seen }: { from: CompiledScenario | undefined; to: CompiledScenario; seen: Set<string> },
): string | undefined {
  const { version, node, action } = choice
  if (!from) return 'unknown-version'
  if (seen.has(`${version}.${node}`)) return 'chosen-twice'
  seen.add(`${version}.${node}`)
  const courses = [false, true].filter((paid) => chartOf(from, { node, paid }))
  if (courses.length === 0) return 'unknown-step'
  if (action === 'stay' || action === 'park') return undefined
  const target = targetOf(choice)
  if (!target) return 'target-missing'
  return courses.some((paid) => chartOf(to, { node: target, paid })) ? undefined : 'unknown-target'
}

async function versionsOf(
  scenario: string,
  choices: readonly MoveChoice[],
): Promise<ReadonlyMap<number, CompiledScenario>> {
  const numbers = [...new Set(choices.map(({ version }) => version))]
  const records = await ScenarioVersion.find(
    { scenario, version: { $in: numbers } },
    { version: 1, compiled: 1 },
  ).lean()
  return new Map(records.map(({ version, compiled }) => [version, compiled as CompiledScenario]))
}
