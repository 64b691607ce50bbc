import type { LocalActivityOptions } from '@temporalio/workflow'

/** Errors that no repetition cures. Everything else is retried: an hour without database must not park a thousand files. */
export const permanentErrors = ['PermanentError', 'InvalidDocumentError'] as const

/**
 * Short work runs beside the workflow task (one marker of history instead of six events). While a dependency is down the
 * waits grow to five minutes and become timers, so that an outage adds little to the history.
 */
export const shortWork: LocalActivityOptions = {
  startToCloseTimeout: '60 s',
  localRetryThreshold: '5 s',
  retry: {
    initialInterval: '500 ms',
    backoffCoefficient: 2.5,
    maximumInterval: '5 min',
    nonRetryableErrorTypes: [...permanentErrors],
  },
}
