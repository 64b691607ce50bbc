import { compile } from '../machine/compile.ts'
import type { CompiledScenario } from '../machine/types.ts'
import { testRegistry } from './test-kinds.ts'

type Kind = 'wait' | 'send' | 'notice' | 'choose' | 'end'

export interface Drawing {
  /** Steps by id; the first is where the course starts. */
  readonly steps: Readonly<Record<string, Kind | readonly [Kind, Readonly<Record<string, unknown>>]>>
  /** Lines as `from.port > to`. */
  readonly lines: readonly string[]
  readonly paid?: string
  readonly policy?: Readonly<Record<string, unknown>>
}

/** A document of test kinds, drawn in a few words. */
export function draw({ steps, lines, paid, policy = {} }: Drawing): unknown {
  const ids = Object.keys(steps)
  return {
    format: 'relance.scenario/1',
    id: 'drawn',
    name: 'Drawn for a test',
    languages: ['fr'],
    entries: { open: ids[0] ?? null, paid: paid ?? null },
    nodes: ids.map((id, index) => {
      const step = steps[id]!
      const [kind, settings] = typeof step === 'string' ? [step, {}] : step
      return { id, kind: `test-${kind}`, kindVersion: 1, settings, position: { x: 0, y: index * 100 } }
    }),
    edges: lines.map((line) => {
      const [, source, port, target] = /^(\S+)\.(\S+) > (\S+)$/.exec(line) ?? []
      return { source, port, target }
    }),
    policy,
  }
}

/** Compiles a drawing that is meant to be right; throws with its problems if it is not. */
export function compiledDrawing(drawing: Drawing): CompiledScenario {
  return compiledDocument(draw(drawing))
}

export function compiledDocument(document: unknown): CompiledScenario {
  const result = compile({ document, registry: testRegistry })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.compiled
}
