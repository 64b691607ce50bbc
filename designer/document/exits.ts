import type { Outcome } from '@relance/sdk/define-node'
import type { ScenarioEdge } from '@relance/sdk/scenario-document'
import type { NodeReading } from './node-reading.ts'

/** Exits of a step drawn as one: those that lead to the same step, or one that leads nowhere yet. */
export interface Exit {
  /** Stands for the group: the id of its handle. */
  readonly port: string
  readonly outcomes: readonly Outcome[]
  readonly target: string | null
}

export interface Exits {
  /** Leaves below: the main road. */
  readonly main: Exit | null
  /** Leave to the right: exceptions, in the order in which the kind names them. */
  readonly side: readonly Exit[]
  /** True where the reader must be told which line is which. */
  readonly choice: boolean
}

/**
 * Groups the exits of a step by where they lead, so that eight outcomes of a call that go on to the same step are one
 * line. Exits that a kind does not know (another version, an unknown kind) are shown under their port's name.
 */
export function exitsOf(reading: NodeReading, { edges }: { edges: readonly ScenarioEdge[] }): Exits {
  const targets = new Map(edges.map((edge) => [edge.port, edge.target]))
  const known = new Set(reading.ports.map(({ port }) => port))
  const foreign = edges
    .filter(({ port }) => !known.has(port))
    .map(({ port }) => ({ port, words: { fr: port, en: port } }))
  const shown = reading.ports.filter(({ port }) => targets.has(port) || reading.mandatory.includes(port))
  const groups = new Map<string, Outcome[]>()
  for (const outcome of [...shown, ...foreign]) {
    const key = targets.get(outcome.port) ?? `${outcome.port} `
    groups.set(key, [...(groups.get(key) ?? []), outcome])
  }
  const mainPort = reading.main ?? foreign[0]?.port
  const all = [...groups.values()].map((outcomes): Exit => {
    const port = outcomes.find((one) => one.port === mainPort)?.port ?? outcomes[0]!.port
    return { port, outcomes, target: targets.get(port) ?? null }
  })
  const main = all.find(({ port }) => port === mainPort) ?? null
  return { main, side: all.filter((exit) => exit !== main), choice: all.length > 1 }
}
