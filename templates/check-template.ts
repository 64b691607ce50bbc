import Handlebars from 'handlebars'
import { checkHelper, isHelper } from './check-helper.ts'
import { checkPath, type Scope } from './check-path.ts'
import { type Place, report, usePath, type Walk } from './check-walk.ts'
import type { FactTree } from './fact-tree.ts'
import type { TemplateProblem } from './template-error.ts'

/** Bounds on what a text may cost. */
export const templateLimits = { bytes: 64_000, eachDepth: 2, blockDepth: 12, output: 1_000_000 } as const

/**
 * Walks a text's syntax tree against the allow-list: known paths, known helpers with fitting arguments, no raw output, no
 * dynamic parts, bounded nesting, nothing written that may be absent. `source` keeps the file's own line numbers.
 */
export function checkTemplate(
  source: string,
  { file, tree, partials }: { file: string; tree: FactTree; partials: ReadonlySet<string> },
): TemplateProblem[] {
  const walk: Walk = { file, problems: [], partials }
  const escaped = source.indexOf('\\{{')
  if (escaped >= 0) return [{ code: 'syntax', file, ...placeAt(source, escaped), subject: '\\{{' }]
  const deep = tooDeep(source)
  if (deep !== undefined) return [{ code: 'too-deep', file, ...placeAt(source, deep), subject: '#' }]
  try {
    const program = Handlebars.parse(source)
    walkProgram(program, walk, { scopes: [{ path: '', tree }], guards: new Set(), each: 0, depth: 0 })
  } catch (error) {
    walk.problems.push(syntaxProblem(error as Error, file))
  }
  return walk.problems
}

/**
 * Follows opening and closing tags before parsing, for the parser itself grows slow on thousands of nested blocks; an
 * `else if` nests one deeper until its block closes.
 */
function tooDeep(source: string): number | undefined {
  const open: number[] = []
  for (const { 1: tag, index } of source.matchAll(/\{\{~?(#|\/|\^(?=[^~}])|else +\S)/g)) {
    if (tag === '/') open.pop()
    else open.push((open.at(-1) ?? 0) + 1)
    if (tag?.startsWith('else')) open.splice(-2, 1)
    if ((open.at(-1) ?? 0) > templateLimits.blockDepth) return index
  }
  return undefined
}

function placeAt(source: string, index: number) {
  const before = source.slice(0, index).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** Handlebars' own message opens with "Parse error on line N:"; its last line says what was expected. */
function syntaxProblem(error: Error & { lineNumber?: number; column?: number }, file: string): TemplateProblem {
  const line = error.lineNumber ?? Number(/line (\d+)/.exec(error.message)?.[1] ?? 1)
  const subject = error instanceof RangeError ? '{{#' : (error.message.split('\n').at(-1) ?? '').slice(0, 120)
  return { code: 'syntax', file, line, column: (error.column ?? 0) + 1, subject }
}

function walkProgram(program: hbs.AST.Program, walk: Walk, place: Place): void {
  for (const statement of program.body) walkStatement(statement, walk, place)
}

function walkStatement(statement: hbs.AST.Statement, walk: Walk, place: Place): void {
  switch (statement.type) {
    case 'ContentStatement':
      break
    case 'MustacheStatement':
      walkMustache(statement as hbs.AST.MustacheStatement, walk, place)
      break
    case 'BlockStatement':
      walkBlock(statement as hbs.AST.BlockStatement, walk, place)
      break
    case 'PartialStatement':
      walkPartial(statement as hbs.AST.PartialStatement, walk, place)
      break
    default:
      report(walk, { node: statement, code: 'not-allowed', subject: statement.type.replace('Statement', '') })
  }
}

/** A part speaks of the whole account, so it has no place inside an `each`. */
function walkPartial(statement: hbs.AST.PartialStatement, walk: Walk, place: Place): void {
  const name = statement.name.type === 'PathExpression' ? (statement.name as hbs.AST.PathExpression).original : '('
  const plain = statement.params.length === 0 && statement.hash === undefined
  if (plain && place.each === 0 && walk.partials.has(name)) return
  report(walk, { node: statement, code: 'unknown-partial', subject: `{{> ${name}}}` })
}

/** What is written out must be there and be text or a number; dates and amounts go through their helper. */
function walkMustache(statement: hbs.AST.MustacheStatement, walk: Walk, place: Place): void {
  const { params, hash } = statement
  const path = statement.path as hbs.AST.PathExpression
  const subject = String(path.original)
  if (path.type !== 'PathExpression') report(walk, { node: statement, code: 'not-allowed', subject })
  else if (!statement.escaped) report(walk, { node: statement, code: 'raw', subject })
  else if (params.length > 0 || hash !== undefined || isHelper(subject)) checkHelper(statement, walk, place)
  else {
    const type = usePath(path, walk, place)?.tree.type ?? 'text'
    if (type !== 'text' && type !== 'number') report(walk, { node: path, code: 'not-text', subject })
  }
}

function walkBlock(block: hbs.AST.BlockStatement, walk: Walk, place: Place): void {
  const name = block.path.original
  const path = block.params[0] as hbs.AST.PathExpression | undefined
  const plain = block.params.length === 1 && block.hash === undefined && block.program?.blockParams === undefined
  const inside = { ...place, depth: place.depth + 1 }
  if (name !== 'if' && name !== 'unless' && name !== 'each') {
    report(walk, { node: block, code: 'unknown-helper', subject: `#${name}` })
  } else if (!plain || path?.type !== 'PathExpression') {
    report(walk, { node: block, code: 'wrong-arguments', subject: `#${name}` })
  } else if (place.depth >= templateLimits.blockDepth) {
    report(walk, { node: block, code: 'too-deep', subject: `#${name}` })
  } else if (name === 'each') walkEach(block, walk, { ...inside, path })
  else walkCondition(block, walk, { ...inside, path })
}

type BlockPlace = Place & { readonly path: hbs.AST.PathExpression }

function walkEach(block: hbs.AST.BlockStatement, walk: Walk, { path, ...place }: BlockPlace): void {
  if (place.each >= templateLimits.eachDepth) {
    report(walk, { node: block, code: 'too-deep', subject: '#each' })
    return
  }
  const use = usePath(path, walk, place)
  if (use === undefined) return
  if (use.tree.type !== 'list') {
    report(walk, { node: path, code: 'not-a-list', subject: path.original })
    return
  }
  const scope: Scope = { path: `${use.canonical}[].`, tree: use.tree.items, item: true }
  const inside = { ...place, scopes: [scope, ...place.scopes], each: place.each + 1 }
  if (block.program) walkProgram(block.program, walk, inside)
  if (block.inverse) walkProgram(block.inverse, walk, place)
}

/** Inside `if` the path and all above it are known to be there; inside the `else` of `unless` too. */
function walkCondition(block: hbs.AST.BlockStatement, walk: Walk, { path, ...place }: BlockPlace): void {
  const use = checkPath(path, place.scopes)
  if ('code' in use) {
    report(walk, { node: path, ...use })
    return
  }
  const above = use.nullables.find((canonical) => canonical !== use.canonical && !place.guards.has(canonical))
  if (above !== undefined) {
    report(walk, { node: path, code: 'may-be-missing', subject: above.replaceAll('[]', '') })
  }
  const present = { ...place, guards: new Set([...place.guards, ...use.nullables]) }
  const [then, otherwise] = block.path.original === 'if' ? [present, place] : [place, present]
  if (block.program) walkProgram(block.program, walk, then)
  if (block.inverse) walkProgram(block.inverse, walk, otherwise)
}
