import { type Place, report, usePath, type Walk } from './check-walk.ts'
import type { FactTree } from './fact-tree.ts'
import { dateStyleNames } from './format.ts'

type ArgumentCheck = (argument: hbs.AST.Expression, walk: Walk, place: Place) => boolean

const fact =
  (...types: FactTree['type'][]): ArgumentCheck =>
  (argument, walk, place) => {
    if (argument.type !== 'PathExpression') return false
    const use = usePath(argument as hbs.AST.PathExpression, walk, place)
    return use === undefined || types.includes(use.tree.type)
  }

const literal =
  (fits: (value: string) => boolean): ArgumentCheck =>
  (argument) =>
    argument.type === 'StringLiteral' && fits((argument as hbs.AST.StringLiteral).value)

const phrase = literal((value) => /^[^{}<>&\\]{1,200}$/.test(value))
const style = literal((value) => (dateStyleNames as string[]).includes(value))

/** The helpers of the list with their arguments; a date's style may be left out. */
const helperArguments: Readonly<Record<string, readonly ArgumentCheck[]>> = {
  money: [fact('number'), fact('text')],
  date: [fact('date'), style],
  days: [fact('number')],
  plural: [fact('number'), phrase, phrase],
}

export function isHelper(name: string): boolean {
  return Object.hasOwn(helperArguments, name)
}

/** Checks a call of a helper: one of the list, with arguments that it can format. */
export function checkHelper(statement: hbs.AST.MustacheStatement, walk: Walk, place: Place): void {
  const name = (statement.path as hbs.AST.PathExpression).original
  const checks = isHelper(name) ? helperArguments[name] : undefined
  if (checks === undefined) {
    report(walk, { node: statement, code: 'unknown-helper', subject: name })
    return
  }
  const { params, hash } = statement
  const least = name === 'date' ? 1 : checks.length
  const counted = hash === undefined && params.length >= least && params.length <= checks.length
  if (!counted || !params.every((param, index) => checks[index]!(param, walk, place))) {
    report(walk, { node: statement, code: 'wrong-arguments', subject: name })
  }
}
