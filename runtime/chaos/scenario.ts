import { always, document } from '../activities/testing/documents.ts'

export const scenarioId = 'chaos'
/** Where a file rests once its three reminders have left. */
export const restingPlace = 'pause'
/** The steps that an unpaid invoice goes through, each with its letter. */
export const reminders = ['remind', 'insist', 'notify'] as const

/** Steps at which files are told to follow to another version. */
export const resting = ['grace', 'patience', 'deadline', ...reminders] as const

/** Three reminders, days apart, of which the last two keep no minimum delay; thanks after the payment. `edition` changes waits and words. */
export function chaosScenario(edition: number) {
  const wait = (days: number, next: string, from = 'previousStep') => ({
    kind: 'wait',
    settings: { days: days + (edition % 3), from },
    to: { next },
  })
  const mail = (template: string, level: number, next: string) => ({
    kind: 'send-email',
    settings: { template, level, confirmation: 'automatic' },
    to: { sent: next, cancelled: next },
  })
  return document(
    scenarioId,
    {
      grace: wait(1, 'remind', 'dueDate'),
      remind: mail(edition % 2 === 0 ? 'reminder-neutral' : 'reminder-courteous', 1, 'patience'),
      patience: wait(4, 'insist'),
      insist: mail('last-notice', 4, 'deadline'),
      deadline: wait(5, 'notify'),
      notify: mail('formal-notice-copy', 5, restingPlace),
      [restingPlace]: wait(360, 'end'),
      end: { kind: 'end', settings: { reason: 'exhausted' } },
      thank: mail('thanks-courteous', 0, 'done'),
      done: { kind: 'end', settings: { reason: 'settled', closes: true } },
    },
    { paid: 'thank', policy: { contactHours: always } },
  )
}
