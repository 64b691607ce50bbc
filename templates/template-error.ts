import { PermanentError } from '@relance/sdk/errors'
import { type ProblemCode, problemWords } from './problem-words.ts'

/** Something wrong with a template or its facts, at its place in the file (1-based) where there is one. */
export interface TemplateProblem {
  readonly code: ProblemCode
  /** Relative to templates/, e.g. `email/firm-reminder.fr.hbs`. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** What it is about: a path, a helper, a tag. */
  readonly subject: string
}

/** A text that cannot be rendered: trying again would not help until a person mends the template or the facts. */
export class TemplateError extends PermanentError {
  readonly problems: readonly TemplateProblem[]
  constructor(problems: readonly TemplateProblem[]) {
    super(problems.map(describe).join('\n'))
    this.problems = problems
  }
}

/** True when the text is in order but the account gives it nothing to speak of any more, such as an invoice to come. */
export function hasNothingToSay(error: unknown): boolean {
  return error instanceof TemplateError && error.problems.every(({ code }) => code === 'nothing-to-say')
}

function describe({ code, file, line, column, subject }: TemplateProblem): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`
  return `${place} ${problemWords[code].en.replace('{subject}', subject)}`
}
