import { type NodeDefinition, portsOf } from '@relance/sdk/define-node'

/** The exits that settings offer, or undefined while they cannot be read: then no line is cut. */
export function portsAfter(definition: NodeDefinition, settings: unknown): readonly string[] | undefined {
  const parsed = definition.settings.safeParse(settings)
  return parsed.success ? portsOf(definition, parsed.data).map(({ port }) => port) : undefined
}
