import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { type Client, WorkflowClient } from '@temporalio/client'
import type { CompiledScenario } from '../../machine/types.ts'
import type { WhatIf } from '../../machine/what-if.ts'
import { Rehearsal } from '../../models/rehearsal.ts'
import { rehearsalWorkflowId, taskQueues, workflowTypes } from '../../workflows/protocol.ts'
import { castFor } from './cast.ts'

export interface StartRehearsal {
  /** `_id` of the rehearsal's record, which exists. */
  readonly id: string
  readonly document: unknown
  readonly compiled: CompiledScenario
  readonly invoice?: string
  readonly whatIf: WhatIf
}

export interface RehearsalDoor {
  /** Throws TimeSkippingError where the server cannot skip time. */
  readonly start: (request: StartRehearsal) => Promise<void>
}

/** The Temporal server is older than 1.32, or its dynamic configuration does not allow time to be skipped. */
export class TimeSkippingError extends Error {
  override readonly name = 'TimeSkippingError'
  constructor(options?: ErrorOptions) {
    super(
      'This Temporal server does not skip time: it takes version 1.32 or later with frontend.WorkflowTimeSkippingEnabled and system.workflowTimeSkippingEnabled set to true.',
      options,
    )
  }
}

/** Jumps that one rehearsal may take; a year of daily steps stays far below. */
const mostJumps = 2_000

/** The request to start a workflow, with the one field more that the client does not offer yet. */
class TimeSkippingClient extends WorkflowClient {
  protected override async createStartWorkflowRequest(
    input: Parameters<WorkflowClient['createStartWorkflowRequest']>[0],
  ): ReturnType<WorkflowClient['createStartWorkflowRequest']> {
    const request = await super.createStartWorkflowRequest(input)
    return { ...request, timeSkippingConfig: { enabled: true, maxSessionSkipCount: mostJumps } }
  }
}

export function createRehearsalDoor({ connection, options }: Client): RehearsalDoor {
  const client = new TimeSkippingClient({ connection, namespace: options.namespace })
  return {
    async start({ id, document: drawn, compiled, invoice, whatIf }) {
      const document: ScenarioDocument = scenarioDocumentSchema.parse(drawn)
      const cast = await castFor(invoice, { document, now: new Date() })
      await Rehearsal.updateOne({ _id: id }, { $set: { document, compiled, cast, whatIf } })
      await startSkipping(client, id)
    },
  }
}

async function startSkipping(client: WorkflowClient, id: string): Promise<void> {
  const handle = await client.start(workflowTypes.rehearsal, {
    workflowId: rehearsalWorkflowId(id),
    taskQueue: taskQueues.files,
    args: [{ rehearsal: id }],
    workflowExecutionTimeout: '800 days',
  })
  // An older server drops the unknown field without a word and would play the four months in four months.
  const { raw } = await handle.describe()
  if (raw.workflowExtendedInfo?.timeSkippingInfo) return
  await handle.terminate('time is not skipped')
  throw new TimeSkippingError()
}
