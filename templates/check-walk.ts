import { checkPath, type PathUse, type Scope } from './check-path.ts'
import type { ProblemCode } from './problem-words.ts'
import type { TemplateProblem } from './template-error.ts'

/** One check of one file. */
export interface Walk {
  readonly file: string
  readonly problems: TemplateProblem[]
  readonly partials: ReadonlySet<string>
}

/** Where the walk stands: what names mean here, and which absences have been ruled out. */
export interface Place {
  readonly scopes: readonly Scope[]
  readonly guards: ReadonlySet<string>
  readonly each: number
  readonly depth: number
}

/** Notes a problem at a node of the syntax tree. */
export function report(
  walk: Walk,
  { node, code, subject }: { node: hbs.AST.Node; code: ProblemCode; subject: string },
): void {
  const { line, column } = node.loc.start
  walk.problems.push({ code, file: walk.file, line, column: column + 1, subject })
}

/** Resolves a path whose value is needed: unknown, forbidden or possibly absent ones are reported. */
export function usePath(path: hbs.AST.PathExpression, walk: Walk, place: Place): PathUse | undefined {
  const use = checkPath(path, place.scopes)
  if ('code' in use) {
    report(walk, { node: path, ...use })
    return undefined
  }
  const missing = use.nullables.find((canonical) => !place.guards.has(canonical))
  if (missing !== undefined) {
    report(walk, { node: path, code: 'may-be-missing', subject: missing.replaceAll('[]', '') })
  }
  return use
}
