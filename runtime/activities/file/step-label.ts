import type { Registry } from '@relance/sdk/registry'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'

/** What people call a step: its own label, else its kind's sentence for its settings, in the scenario's first language. */
export function stepLabel(
  node: string | null | undefined,
  { document, registry }: { document: ScenarioDocument; registry: Registry },
): string {
  const drawn = document.nodes.find(({ id }) => id === node)
  if (!drawn) return ''
  if (drawn.label !== '') return drawn.label
  const definition = registry.get(drawn.kind)
  const settings = definition?.settings.safeParse(drawn.settings)
  if (!definition || !settings?.success) return drawn.kind
  return definition.words.sentence(settings.data)[document.languages[0] ?? 'fr']
}
