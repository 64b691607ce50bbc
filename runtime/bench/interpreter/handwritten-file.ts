import {
  condition,
  defineQuery,
  defineSignal,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import { shortWork } from '../../workflows/activity-options.ts'
import type { FileActivities, Trace } from '../../workflows/file-activities.ts'
import type { AnswerSignal, HappenSignal, InvoiceFileInput } from '../../workflows/protocol.ts'

const reminders = 6
const { loadFile, resolveDate, readFacts, act, recordTrace } = proxyLocalActivities<FileActivities>(shortWork)

/**
 * What a developer would write without a scenario language: the same steps, activities, signals and trace, in code. The
 * bench compares the compiled scenario with it.
 */
export async function handwrittenFile({ item, scenario }: InvoiceFileInput): Promise<void> {
  const file = { item, scenario, life: workflowInfo().firstExecutionRunId.slice(-8) }
  const { item: ledger } = await loadFile({ item, scenario })
  let paid = ledger.paid
  let held = ledger.held
  let node = 'wait0'
  setHandler(defineSignal<[HappenSignal]>('happen'), ({ happening }) => {
    if (happening.type === 'PAID') paid = true
    if (happening.type === 'HELD') held = 'held'
    if (happening.type === 'RELEASED') held = null
  })
  setHandler(defineSignal<[AnswerSignal]>('answer'), () => {})
  setHandler(defineQuery<string>('state'), () => node)

  let visit = 0
  let opening = true
  const asked = (at: string) => {
    node = at
    visit += 1
    const now = new Date().toISOString()
    const trace: Trace = {
      ...file,
      opening,
      notes: opening ? [{ n: 0, at: now, kind: 'file-started', node: null, values: {} }] : [],
      acknowledged: [],
      course: { node, visit, since: now, status: 'running', nextAt: null, parked: null },
    }
    opening = false
    return { trace, place: { node, visit }, now }
  }

  for (let round = 0; round < reminders && !paid; round++) {
    const wait = asked(`wait${round}`)
    const { at } = await resolveDate({
      ...wait,
      moment: { from: 'dueDate', days: 5 * (round + 1), unit: 'working' },
      catchingUp: false,
      since: wait.now,
      reached: wait.now,
    })
    await condition(() => paid, Math.max(0, Date.parse(at) - Date.now()))
    if (paid) break
    const facts = await readFacts(asked(`large${round}`))
    if (facts.account.overdue < 100) continue
    await condition(() => !held || paid)
    if (paid) break
    const settings = {
      template: 'reminder-neutral',
      role: 'accounts-payable',
      level: Math.min(round, 5),
      confirmation: 'scenario',
    }
    await act({ ...asked(`send${round}`), kind: 'send-email', settings, round: 0, phase: 'course' })
  }
  const { trace, now } = asked('end')
  await recordTrace({
    ...trace,
    notes: [
      { n: 1, at: now, kind: 'course-ended', node: 'end', values: { reason: 'litigation', closes: true } },
      { n: 2, at: now, kind: 'file-closed', node: null, values: { end: 'ended' } },
    ],
    course: { node: 'end', status: 'ended', nextAt: null, parked: null },
  })
}
