import type { ServerNeed } from '../error-data.ts'
import { RelanceError } from '../errors.ts'
import type { FoundBy } from './server-handle.ts'

export interface Attempt<T> {
  readonly step: FoundBy
  /** Shown while it runs and when it fails. */
  readonly label: string
  /** Milliseconds after which the attempt is given up. */
  readonly timeout: number
  run(signal: AbortSignal): Promise<T>
}

/** Whether a step asks only this machine. */
export function isHere(step: FoundBy): boolean {
  return step === 'path' || step === 'cache'
}

/** Tries each attempt in order and returns the first result; throws `server-missing` with the reason of every failure. */
export async function firstThatWorks<T>(
  attempts: readonly Attempt<T>[],
  options: { readonly need: ServerNeed; readonly report: (line: string) => void },
): Promise<{ readonly value: T; readonly step: FoundBy }> {
  const tried: { step: string; reason: string }[] = []
  for (const attempt of attempts) {
    // What only looks at this machine is done in a moment; the others say what they do and how they fared.
    const report = isHere(attempt.step) ? () => {} : options.report
    try {
      report(`${attempt.label}…`)
      const value = await withTimeout(attempt)
      options.report(`${attempt.label}: found`)
      return { value, step: attempt.step }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      tried.push({ step: attempt.label, reason })
      report(`${attempt.label}: ${reason}`)
    }
  }
  throw new RelanceError('server-missing', { need: options.need, tried })
}

async function withTimeout<T>(attempt: Attempt<T>): Promise<T> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`gave up after ${Math.round(attempt.timeout / 1000)} s`)
      controller.abort(error)
      reject(error)
    }, attempt.timeout)
  })
  try {
    return await Promise.race([attempt.run(controller.signal), late])
  } finally {
    clearTimeout(timer)
  }
}
