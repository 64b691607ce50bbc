import type { Problem } from '@relance/runtime/machine/types'

const indexes = new WeakMap<readonly Problem[], ReadonlyMap<string, readonly Problem[]>>()
const none: readonly Problem[] = []

/** The problems of one step. The index is made once per list. */
export function problemsOf(problems: readonly Problem[], node: string): readonly Problem[] {
  let index = indexes.get(problems)
  if (index === undefined) {
    const made = new Map<string, Problem[]>()
    for (const problem of problems) {
      const at = problem.node ?? problem.edge?.source
      if (at !== undefined) made.set(at, [...(made.get(at) ?? []), problem])
    }
    index = made
    indexes.set(problems, index)
  }
  return index.get(node) ?? none
}

/** The gravest of some problems, or null without any. */
export function gravest(problems: readonly Problem[]): Problem['severity'] | null {
  if (problems.some(({ severity }) => severity === 'error')) return 'error'
  return problems.length > 0 ? 'warning' : null
}
