import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client'
import { Desk } from '../models/desk.ts'
import {
  type AnswerSignal,
  type ContactDeskInput,
  type DecideSignal,
  type DeskRequest,
  debtorWorkflowId,
  type HappenSignal,
  type InvoiceFileInput,
  invoiceWorkflowId,
  type MigrateSignal,
  signalNames,
  taskQueues,
  workflowTypes,
} from '../workflows/protocol.ts'
import type { Signals } from './services.ts'

export type Told = 'taken' | 'absent'

export interface StartFile {
  readonly item: string
  /** Content hash of a published version. */
  readonly scenario: string
  /** The item was settled and is open again: its file may live once more. */
  readonly reopened?: boolean
}

/** The way to the durable files and desks, for the API, the activities and the sweeper. Ids are those of items and debtors. */
export interface FileDoor extends Signals {
  /** `already` when the item's file runs, or ran and was not reopened. */
  readonly start: (file: StartFile) => Promise<'started' | 'already'>
  readonly happen: (item: string, signal: HappenSignal) => Promise<Told>
  readonly answer: (item: string, signal: AnswerSignal) => Promise<Told>
  readonly migrate: (item: string, signal: MigrateSignal) => Promise<Told>
  readonly decide: (debtor: string, signal: DecideSignal) => Promise<Told>
  /** Wakes the desks whose messages wait but which no longer run; returns how many. */
  readonly wakeDesks: () => Promise<number>
}

/** Opens the door over a connected client. Its calls throw only when Temporal does not answer. */
export function createFileDoor(client: Client): FileDoor {
  const signal = async (workflowId: string, name: string, payload: unknown): Promise<Told> => {
    try {
      await client.workflow.getHandle(workflowId).signal(name, payload)
      return 'taken'
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return 'absent'
      throw error
    }
  }
  const signalDesk = (debtor: string, name: string, payload: unknown[]) =>
    client.workflow.signalWithStart(workflowTypes.debtor, {
      workflowId: debtorWorkflowId(debtor),
      taskQueue: taskQueues.desks,
      args: [{ debtor } satisfies ContactDeskInput],
      signal: name,
      signalArgs: payload,
    })
  return {
    start: (file) => startFile(client, file),
    happen: (item, payload: HappenSignal) => signal(invoiceWorkflowId(item), signalNames.happen, payload),
    answer: (item, payload: AnswerSignal) => signal(invoiceWorkflowId(item), signalNames.answer, payload),
    migrate: (item, payload: MigrateSignal) => signal(invoiceWorkflowId(item), signalNames.migrate, payload),
    decide: async (debtor, payload: DecideSignal) => {
      await signalDesk(debtor, signalNames.decide, [payload])
      return 'taken'
    },
    request: async (debtor, payload: DeskRequest) => {
      await signalDesk(debtor, signalNames.request, [payload])
    },
    recheck: async (debtor) => {
      await signalDesk(debtor, signalNames.recheck, [])
    },
    wakeDesks: () => wakeDesks(client, (debtor) => signalDesk(debtor, signalNames.recheck, [])),
  }
}

async function startFile(
  client: Client,
  { item, scenario, reopened = false }: StartFile,
): Promise<'started' | 'already'> {
  try {
    await client.workflow.start(workflowTypes.invoice, {
      workflowId: invoiceWorkflowId(item),
      taskQueue: taskQueues.files,
      args: [{ item, scenario } satisfies InvoiceFileInput],
      workflowIdReusePolicy: reopened ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
    })
    return 'started'
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'already'
    throw error
  }
}

async function wakeDesks(client: Client, wake: (debtor: string) => Promise<unknown>): Promise<number> {
  let woken = 0
  for await (const { _id } of Desk.find({ 'messages.0': { $exists: true } }, { _id: 1 }).lean()) {
    if (await isRunning(client, debtorWorkflowId(_id))) continue
    await wake(_id)
    woken++
  }
  return woken
}

async function isRunning(client: Client, workflowId: string): Promise<boolean> {
  try {
    return (await client.workflow.getHandle(workflowId).describe()).status.name === 'RUNNING'
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false
    throw error
  }
}
