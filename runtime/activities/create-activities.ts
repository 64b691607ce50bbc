import type { DeskActivities } from '../workflows/desk-activities.ts'
import type { FileActivities } from '../workflows/file-activities.ts'
import { deliver } from './desk/deliver.ts'
import { giveUp } from './desk/give-up.ts'
import { prepareMessages } from './desk/prepare-messages.ts'
import { recheckMessages } from './desk/recheck-messages.ts'
import { settleMessage } from './desk/settle-message.ts'
import { act } from './file/act.ts'
import { loadFile } from './file/load-file.ts'
import { readFacts } from './file/read-facts.ts'
import { recordTrace } from './file/record-trace.ts'
import { resolveDate } from './file/resolve-date.ts'
import { guarded } from './guarded.ts'
import type { Services } from './services.ts'

/** What the files ask of a worker, bound to its services. */
export function createFileActivities(services: Services): FileActivities {
  return guarded({
    loadFile: loadFile(services),
    resolveDate: resolveDate(services),
    readFacts: readFacts(services),
    act: act(services),
    recordTrace: recordTrace(services),
  })
}

/** What the contact desks ask of a worker, bound to its services. */
export function createDeskActivities(services: Services): DeskActivities {
  return guarded({
    prepareMessages: prepareMessages(services),
    recheckMessages: recheckMessages(services),
    deliver: deliver(services),
    settleMessage: settleMessage(services),
    giveUp: giveUp(services),
  })
}
