import {
  continueAsNew,
  defineQuery,
  defineSignal,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import { shortWork } from './activity-options.ts'
import type { FileActivities } from './file-activities.ts'
import { InvoiceFileCourse } from './invoice-file-course.ts'
import type { AnswerSignal, HappenSignal, InvoiceFileInput, MigrateSignal } from './protocol.ts'
import { reasonOf } from './reason-of.ts'
import { rest } from './rest.ts'

export const happen = defineSignal<[HappenSignal]>('happen')
export const answer = defineSignal<[AnswerSignal]>('answer')
export const migrate = defineSignal<[MigrateSignal]>('migrate')
export const state = defineQuery<ReturnType<InvoiceFileCourse['look']>>('state')

/** During a rest longer than this (ms) a file keeps nothing that can be loaded again. */
const longRest = 300_000
/** Events after which a long rest is begun in a fresh run: a sleeping file stays small, a reminder costs no run of its own. */
const shortHistory = 40
/** Events after which any rest is begun in a fresh run. */
const longHistory = 200

// A proxy of activities has no keys to spread: each is named.
const { loadFile, resolveDate, readFacts, act, recordTrace } = proxyLocalActivities<FileActivities>(shortWork)
const activities: FileActivities = { loadFile, resolveDate, readFacts, act, recordTrace }

/** The file of one open invoice, from enrolment to its end. */
export async function invoiceFile(input: InvoiceFileInput): Promise<void> {
  const file = new InvoiceFileCourse(input, {
    ...activities,
    now: Date.now,
    // The end of the id: its beginning is the time, the same for a file that is reopened within a minute.
    life: workflowInfo().firstExecutionRunId.slice(-8),
    rest,
    isLong,
    wantsFreshRun,
    reasonOf,
  })
  setHandler(happen, (signal) => file.happen(signal))
  setHandler(answer, (signal) => file.answer(signal))
  setHandler(migrate, (signal) => file.migrate(signal))
  setHandler(state, () => file.look())
  const next = await file.run()
  if (next) await continueAsNew<typeof invoiceFile>(next)
}

const isLong = (until: number) => until - Date.now() > longRest

function wantsFreshRun(until: number | null): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo()
  if (continueAsNewSuggested || historyLength > longHistory) return true
  return until !== null && isLong(until) && historyLength > shortHistory
}
