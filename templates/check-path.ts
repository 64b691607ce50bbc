import type { FactTree } from './fact-tree.ts'
import type { ProblemCode } from './problem-words.ts'

/** What names mean at one level of nesting; the innermost comes first. */
export interface Scope {
  /** Canonical prefix, e.g. `overdue[].`. */
  readonly path: string
  readonly tree: FactTree
  /** Inside an `each`, where `@first` and its like exist. */
  readonly item?: true
}

export interface PathUse {
  readonly canonical: string
  readonly tree: FactTree
  /** The canonical paths on the way that may be absent. */
  readonly nullables: readonly string[]
}

const forbidden = new Set(['constructor', '__proto__', 'prototype', '__defineGetter__', '__lookupGetter__', 'lookup'])
const eachData = new Set(['first', 'last', 'index'])
const flag: PathUse = { canonical: '@', tree: { type: 'boolean', nullable: false }, nullables: [] }

/** Resolves a path in the allow-list, or says what is wrong with it. */
export function checkPath(
  path: hbs.AST.PathExpression,
  scopes: readonly Scope[],
): PathUse | { readonly code: ProblemCode; readonly subject: string } {
  const subject = path.original
  if (path.parts.some((part) => typeof part !== 'string')) return { code: 'not-allowed', subject }
  if (path.parts.some((part) => forbidden.has(part))) return { code: 'forbidden-name', subject }
  if (path.data) {
    const known = path.parts.length === 1 && eachData.has(path.parts[0]!) && scopes.some(({ item }) => item)
    return known ? flag : { code: 'not-allowed', subject }
  }
  const scope = scopes[path.depth]
  const use = scope && follow(scope, path.parts)
  return use ?? { code: 'unknown-fact', subject }
}

function follow(scope: Scope, parts: readonly string[]): PathUse | undefined {
  let { tree } = scope
  let canonical = scope.path.replace(/\.$/, '')
  const nullables: string[] = []
  for (const [index, part] of parts.entries()) {
    const next = tree.type === 'object' ? tree.fields.get(part) : undefined
    if (next === undefined) return undefined
    canonical = index === 0 ? `${scope.path}${part}` : `${canonical}.${part}`
    if (next.nullable) nullables.push(canonical)
    tree = next
  }
  return { canonical, tree, nullables }
}
