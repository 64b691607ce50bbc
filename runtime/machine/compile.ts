import type { Registry } from '@relance/sdk/registry'
import { checkEnds } from './checks/check-ends.ts'
import { checkGuards } from './checks/check-guards.ts'
import { checkHuman } from './checks/check-human.ts'
import { checkLegalSteps } from './checks/check-legal-steps.ts'
import { checkLoops } from './checks/check-loops.ts'
import { checkMoments } from './checks/check-moments.ts'
import { checkNodes } from './checks/check-nodes.ts'
import { checkReach } from './checks/check-reach.ts'
import { checkRobots } from './checks/check-robots.ts'
import { checkTemplates, type TemplatePort } from './checks/check-templates.ts'
import { checkTone } from './checks/check-tone.ts'
import { checkWiring } from './checks/check-wiring.ts'
import { documentHash } from './document-hash.ts'
import { graphOf } from './graph.ts'
import { readDocument } from './read-document.ts'
import { statechartOf } from './statechart.ts'
import type { CompiledScenario, Problem } from './types.ts'

export type Compilation =
  /** `problems` are warnings. */
  | { readonly ok: true; readonly compiled: CompiledScenario; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Turns a drawn scenario into a statechart, or says what is wrong and where. Never throws, whatever the document is.
 * Without `templates` (in the browser) the words are not checked.
 */
export function compile({
  document: value,
  registry,
  templates,
}: {
  document: unknown
  registry: Registry
  templates?: TemplatePort
}): Compilation {
  const reading = readDocument(value)
  if ('problems' in reading) return { ok: false, problems: reading.problems }
  const { document } = reading
  const { valid, problems: faults } = checkNodes(document, registry)
  const graph = graphOf(document, valid)
  const problems = [...faults, ...checkWiring(graph), ...checkGuards(graph)]
  // A node that could not be read has no ports: what lies behind it would be called unreachable without reason.
  if (faults.length === 0) {
    problems.push(...checkReach(graph), ...checkLoops(graph), ...checkEnds(graph))
    problems.push(...checkMoments(graph), ...checkLegalSteps(graph))
    problems.push(...checkTone(graph), ...checkHuman(graph), ...checkRobots(graph))
    if (templates) problems.push(...checkTemplates(graph, templates))
  }
  if (problems.some(({ severity }) => severity === 'error')) return { ok: false, problems }
  const compiled = { id: document.id, hash: documentHash(document), statechart: statechartOf(graph) }
  return { ok: true, compiled, problems }
}
