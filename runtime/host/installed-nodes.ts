import { type Discovery, discoverNodes, extendRegistry } from '@relance/nodes/discover'
import { effects } from '@relance/nodes/effects'
import { registry } from '@relance/nodes/registry'
import type { NodeEffect } from '@relance/sdk/define-effect'
import type { Registry } from '@relance/sdk/registry'
import { checkout } from '../config.ts'

export interface InstalledNodes {
  readonly registry: Registry
  readonly effects: ReadonlyMap<string, NodeEffect>
  /** Packages that were left out, each with its reason. */
  readonly problems: Discovery['problems']
}

/** The step kinds of this installation: those that come with Relance and those of the packages found beside it. */
export async function installedNodes(): Promise<InstalledNodes> {
  const discovery = await discoverNodes(checkout, { known: registry })
  const found = discovery.found.flatMap(({ effect }) => (effect ? [[effect.kind, effect] as const] : []))
  return {
    registry: extendRegistry(registry, discovery),
    effects: new Map([...effects, ...found]),
    problems: discovery.problems,
  }
}
