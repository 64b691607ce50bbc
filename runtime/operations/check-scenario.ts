import type { Registry } from '@relance/sdk/registry'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import type { Locale } from '@relance/sdk/words'
import { templates } from '@relance/templates/render'
import { checkPressure } from '../machine/checks/check-pressure.ts'
import type { LocalizedTemplate } from '../machine/checks/check-templates.ts'
import { type Compilation, compile } from '../machine/compile.ts'

/**
 * Compiles a drawn scenario against every kind and every text that this installation has. The texts are read from disk, so
 * a first pass only notes which ones the steps use; the second is told what is wrong with each.
 */
export async function checkScenario(document: unknown, registry: Registry): Promise<Compilation> {
  const uses = new Map<string, LocalizedTemplate>()
  compile({ document, registry, templates: { has: (use) => Boolean(uses.set(keyOf(use), use)) } })
  const faults = new Map<string, readonly string[]>()
  for (const [key, use] of uses) if (exists(use)) faults.set(key, await faultsOf(use))
  const compilation = compile({
    document,
    registry,
    templates: { has: exists, faults: (use) => faults.get(keyOf(use)) ?? [] },
  })
  if (!compilation.ok) return compilation
  const { policy } = scenarioDocumentSchema.parse(document)
  const problems = [...compilation.problems, ...checkPressure(compilation.compiled, { policy })]
  return { ...compilation, problems }
}

function keyOf({ medium, template, language }: LocalizedTemplate): string {
  return `${medium}/${template}.${language}`
}

function exists(use: LocalizedTemplate): boolean {
  return templates.has(use, use.language as Locale)
}

async function faultsOf(use: LocalizedTemplate): Promise<string[]> {
  const problems = await templates.check(use, use.language as Locale)
  return problems.map(({ code, file, line, subject }) => `${file}${line ? `:${line}` : ''} ${code} ${subject}`)
}
