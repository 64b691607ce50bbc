import { readFile } from 'node:fs/promises'
import { discoverNodes, extendRegistry } from '@relance/nodes/discover'
import { registry } from '@relance/nodes/registry'
import type { Locale } from '@relance/sdk/words'
import { RelanceError } from '../errors.ts'
import type { Compilation } from '../machine/compile.ts'
import { problemText } from '../machine/problem-words.ts'
import type { Problem } from '../machine/types.ts'
import { checkScenario } from '../operations/check-scenario.ts'
import { say, scenarioWords } from './scenario-words.ts'

export interface CheckedFile {
  /** As it stands in the file; null when it is not JSON. */
  readonly document: unknown
  readonly compilation: Compilation
}

/** Reads a scenario file and checks it against the kinds installed where the program runs. Throws `wrong-use` for a file that cannot be read; whatever it holds is told as problems. */
export async function readScenarioFile(path: string, locale: Locale): Promise<CheckedFile> {
  const text = await readText(path, locale)
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    const problem: Problem = { severity: 'error', code: 'not-json', values: { detail: (error as Error).message } }
    return { document: null, compilation: { ok: false, problems: [problem] } }
  }
  const kinds = extendRegistry(registry, await discoverNodes(process.cwd(), { known: registry }))
  return { document, compilation: await checkScenario(document, kinds) }
}

async function readText(path: string, locale: Locale): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new RelanceError('wrong-use', { detail: say(scenarioWords.unreadable, locale, { path, reason }) })
  }
}

/** The name to show for a scenario: its own, else that of its file. */
export function nameOf(document: unknown, path: string): string {
  const name = typeof document === 'object' && document !== null && 'name' in document ? document.name : undefined
  return typeof name === 'string' && name !== '' ? name : path
}

/** One line per problem: mark, place, sentence. */
export function problemLines(
  problems: readonly Problem[],
  { document, locale }: { document: unknown; locale: Locale },
) {
  return problems.map((problem) => {
    const mark = problem.severity === 'error' ? '✗' : '!'
    return [mark, placeOf(problem, document), problemText(problem, locale)].filter(Boolean).join(' ')
  })
}

function placeOf({ node, path, edge }: Problem, document: unknown): string {
  const label = node === undefined ? '' : labelOf(node, document)
  const setting = path?.replace(/^nodes\.\d+\.(settings\.)?/, '') ?? edge?.port ?? ''
  const place = [label, node === undefined ? (path ?? '') : setting].filter(Boolean).join(' › ')
  return place === '' ? '' : `${place} :`
}

function labelOf(id: string, document: unknown): string {
  const nodes = (document as { nodes?: unknown } | null)?.nodes
  const found = Array.isArray(nodes) ? nodes.find((node) => node?.id === id) : undefined
  return typeof found?.label === 'string' && found.label !== '' ? `${found.label} (${id})` : id
}
