import {
  continueAsNew,
  defineQuery,
  defineSignal,
  proxyLocalActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow'
import { shortWork } from './activity-options.ts'
import type { DeskActivities } from './desk-activities.ts'
import { DeskQueue } from './desk-queue.ts'
import type { ContactDeskInput, DecideSignal, DeskRequest } from './protocol.ts'
import { reasonOf } from './reason-of.ts'
import { rest } from './rest.ts'

export const request = defineSignal<[DeskRequest]>('request')
export const decide = defineSignal<[DecideSignal]>('decide')
export const recheck = defineSignal('recheck')
export const messages = defineQuery<ReturnType<DeskQueue['look']>>('messages')

/** Events after which the desk goes on in a fresh run. */
const longHistory = 500

// A proxy of activities has no keys to spread: each is named.
const { prepareMessages, recheckMessages, deliver, settleMessage, giveUp } =
  proxyLocalActivities<DeskActivities>(shortWork)
const activities: DeskActivities = { prepareMessages, recheckMessages, deliver, settleMessage, giveUp }

/** The contact desk of one debtor, from its first request until nothing is left to send. */
export async function contactDesk(input: ContactDeskInput): Promise<void> {
  const desk = new DeskQueue(input, { ...activities, now: Date.now, rest, wantsFreshRun, reasonOf })
  setHandler(request, (signal) => desk.request(signal))
  setHandler(decide, (signal) => desk.decide(signal))
  setHandler(recheck, () => desk.recheck())
  setHandler(messages, () => desk.look())
  const carried = await desk.run()
  if (carried) await continueAsNew<typeof contactDesk>({ debtor: input.debtor, carried })
}

function wantsFreshRun(): boolean {
  const { historyLength, continueAsNewSuggested } = workflowInfo()
  return continueAsNewSuggested || historyLength > longHistory
}
