import { Context } from '@temporalio/activity'
import { ApplicationFailure } from '@temporalio/common'

/** Faults of a program or of stored data: an outage never looks like this, so patience ends after a few attempts. */
const faults: ReadonlySet<string> = new Set([
  'TypeError',
  'RangeError',
  'ReferenceError',
  'ZodError',
  'ValidationError',
  'CastError',
])
const attemptsForFaults = 4

type Activities = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>

/** Activities whose own faults end as permanent errors, which park a file visibly, instead of being retried for ever. */
export function guarded<A extends object>(activities: A): A {
  const entries = Object.entries(activities as unknown as Activities).map(([name, run]) => [
    name,
    async (...args: never[]) => {
      try {
        return await run(...args)
      } catch (error) {
        throw judge(error)
      }
    },
  ])
  return Object.fromEntries(entries)
}

function judge(error: unknown): unknown {
  if (!(error instanceof Error) || !faults.has(error.name)) return error
  if (Context.current().info.attempt < attemptsForFaults) return error
  return ApplicationFailure.nonRetryable(`${error.name}: ${error.message}`, 'PermanentError')
}
