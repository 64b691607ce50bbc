import type { Locale } from '@relance/sdk/words'
import { problemText } from '../machine/problem-words.ts'
import type { Problem } from '../machine/types.ts'
import { RefusedError } from './refused-error.ts'

/** The refusal of a drawing: each error at its step, its line (`step.port`) or its place in the document. */
export function scenarioRefused(problems: readonly Problem[], locale: Locale): RefusedError {
  const errors = problems.filter(({ severity }) => severity === 'error')
  return new RefusedError('scenario-problems', {
    errors: errors.map((problem) => ({
      path: placeOf(problem),
      message: problemText(problem, locale),
      code: problem.code,
    })),
  })
}

function placeOf({ node, edge, path }: Problem): string {
  return node ?? (edge ? `${edge.source}.${edge.port}` : path) ?? ''
}
