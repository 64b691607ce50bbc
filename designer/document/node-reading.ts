import { type NodeDefinition, type Outcome, portsOf, type Shape } from '@relance/sdk/define-node'
import type { Moment } from '@relance/sdk/moment'
import type { Registry } from '@relance/sdk/registry'
import type { ScenarioNode } from '@relance/sdk/scenario-document'
import type { Words } from '@relance/sdk/words'

/** What the studio knows of one step: the same for every kind, known or not. */
export interface NodeReading {
  readonly node: ScenarioNode
  readonly definition: NodeDefinition | undefined
  readonly shape: Shape | 'unknown'
  readonly name: Words
  /** The card's line, or null while the settings cannot be read. */
  readonly sentence: Words | null
  readonly ports: readonly Outcome[]
  /** The exit of the main road: the usual outcome, or what is done when no exception applies. */
  readonly main: string | null
  /** Exits that must lead somewhere. */
  readonly mandatory: readonly string[]
  readonly moment: Moment | null
}

/** Reads steps by their kind's definition. A reading is kept as long as its step is the same object. */
export function createReader(registry: Registry): (node: ScenarioNode) => NodeReading {
  const readings = new WeakMap<ScenarioNode, NodeReading>()
  return (node) => {
    let reading = readings.get(node)
    if (reading === undefined) {
      reading = readNode(node, { registry })
      readings.set(node, reading)
    }
    return reading
  }
}

function readNode(node: ScenarioNode, { registry }: { registry: Registry }): NodeReading {
  const definition = registry.get(node.kind)
  if (definition === undefined) {
    const name = { fr: node.kind, en: node.kind }
    return {
      node,
      definition,
      shape: 'unknown',
      name,
      sentence: null,
      ports: [],
      main: null,
      mandatory: [],
      moment: null,
    }
  }
  const parsed = definition.settings.safeParse(node.settings)
  const settings = parsed.success ? parsed.data : node.settings
  const ports = attempt(() => portsOf(definition, settings)) ?? []
  return {
    node,
    definition,
    shape: definition.shape,
    name: definition.words.name,
    sentence: attempt(() => definition.words.sentence(settings)) ?? null,
    ports,
    main: mainPort(definition, { ports }),
    mandatory: mandatoryPorts(definition, { ports }),
    moment: definition.shape === 'wait' ? (attempt(() => definition.moment(settings)) ?? null) : null,
  }
}

function mainPort(definition: NodeDefinition, { ports }: { ports: readonly Outcome[] }): string | null {
  if (definition.shape === 'act') return definition.usual
  return ports.at(-1)?.port ?? null
}

function mandatoryPorts(definition: NodeDefinition, { ports }: { ports: readonly Outcome[] }): string[] {
  const optional = definition.shape === 'act' ? ports.length - 1 : ports.length
  return ports.slice(0, optional).map(({ port }) => port)
}

/** A node's own functions meet unfinished settings here: what they throw means "not readable yet". */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
