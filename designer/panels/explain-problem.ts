import type { Problem } from '@relance/runtime/machine/types'
import type { StudioContent } from '../canvas/studio-context.tsx'
import type { NodeReading } from '../document/node-reading.ts'
import { studioFr } from '../words/studio.fr.ts'

type Speech = Pick<StudioContent, 'say' | 'sayWords'>
type Known = Extract<keyof typeof studioFr, `problem.${string}`>

/** Faults that a kind's own schema names. */
const details: Readonly<Record<string, Known>> = {
  'before-unknown-date': 'problem.before-unknown-date',
  'duplicate-branch': 'problem.duplicate-branch',
  'value-of-other-type': 'problem.wrong-comparison',
  'unknown-choice': 'problem.not-allowed',
  reserved: 'problem.invalid-value',
}

/** A problem as a sentence that says what to do; an unknown code is shown as it is rather than hidden. */
export function explainProblem(
  problem: Problem,
  { say, sayWords, reading }: Speech & { reading: NodeReading | undefined },
): string {
  const { code, values = {}, edge } = problem
  const detail = details[String(values.detail)]
  const key = detail ?? (Object.hasOwn(studioFr, `problem.${code}`) ? (`problem.${code}` as Known) : undefined)
  if (key === undefined) return say('problem.other', { code, detail: String(values.detail ?? '') })
  const port = edge?.port ?? values.port
  const outcome = reading?.ports.find((one) => one.port === port)?.words
  return say(key, { ...values, port: outcome === undefined ? String(port ?? '') : sayWords(outcome) })
}
