import { ActivityFailure, ApplicationFailure, isCancellation } from '@temporalio/workflow'

/** The text of a call that failed for good; undefined for a cancellation or an error that is not a call's. */
export function reasonOf(error: unknown): string | undefined {
  if (isCancellation(error) || !(error instanceof ActivityFailure)) return undefined
  const { cause } = error
  return cause instanceof ApplicationFailure ? cause.message : (cause?.message ?? error.message)
}
