import type { TemplateUse } from '@relance/sdk/define-node'
import type { Graph } from '../graph.ts'
import type { Problem } from '../types.ts'

/** Where the words are kept, lent by the host: the machine knows of no file. */
export interface TemplatePort {
  readonly has: (use: LocalizedTemplate) => boolean
  /** What is wrong with a template that exists (an unknown fact, a syntax fault); empty when it renders. */
  readonly faults?: (use: LocalizedTemplate) => readonly string[]
}

export interface LocalizedTemplate extends TemplateUse {
  readonly language: string
}

/** Every template of every step exists and renders in each of the scenario's languages. */
export function checkTemplates(graph: Graph, templates: TemplatePort): Problem[] {
  const asked = new Map<string, readonly string[] | 'missing'>()
  const faultsOf = (use: LocalizedTemplate) => {
    const key = `${use.medium}/${use.template}.${use.language}`
    const known = asked.get(key) ?? ask(templates, use)
    asked.set(key, known)
    return known
  }
  return [...graph.steps.values()].flatMap(({ node, definition, settings }) => {
    if (definition.shape !== 'act') return []
    const uses = definition.templates?.(settings) ?? []
    return uses.flatMap(({ medium, template }) =>
      graph.document.languages.flatMap((language) => {
        const at = { severity: 'error', node: node.id } as const
        const values = { medium, template, language }
        const faults = faultsOf({ medium, template, language })
        if (faults === 'missing') return [{ ...at, code: 'missing-template', values }]
        return faults.map((detail) => ({ ...at, code: 'template-fault', values: { ...values, detail } }))
      }),
    )
  })
}

function ask(templates: TemplatePort, use: LocalizedTemplate): readonly string[] | 'missing' {
  if (!templates.has(use)) return 'missing'
  try {
    return templates.faults?.(use) ?? []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
