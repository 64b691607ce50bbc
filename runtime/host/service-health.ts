import { connect } from 'node:net'
import type { Client } from '@temporalio/client'
import type { ServiceState } from '../operations/ports.ts'
import { taskQueues } from '../workflows/protocol.ts'

type Services = Readonly<Record<'temporal' | 'worker' | 'mail', ServiceState>>

const deadline = 2_000
/** A worker that has not asked for work for this long is no longer there; it asks at least once a minute. */
const workerSilence = 90_000
/** TASK_QUEUE_TYPE_WORKFLOW of the protocol. */
const workflowQueue = 1
const fine: ServiceState = { ok: true, detail: '' }

export interface HealthOptions {
  readonly client: Client
  readonly smtpUrl: string
  /** Milliseconds for which an answer is repeated, so that a page that asks often costs the servers nothing. */
  readonly memory?: number
}

/** State of Temporal, of the workers behind it and of the mail server, as far as two seconds tell. */
export function serviceHealth({ client, smtpUrl, memory = 2_000 }: HealthOptions): () => Promise<Services> {
  let known: { readonly until: number; readonly answer: Promise<Services> } | undefined
  return () => {
    if (!known || known.until < Date.now()) known = { until: Date.now() + memory, answer: look(client, smtpUrl) }
    return known.answer
  }
}

async function look(client: Client, smtpUrl: string): Promise<Services> {
  const [workers, mail] = await Promise.all([lookAtWorkers(client), lookAtMail(smtpUrl)])
  return { ...workers, mail }
}

async function lookAtWorkers(client: Client): Promise<Pick<Services, 'temporal' | 'worker'>> {
  const { namespace } = client.options
  const ask = () =>
    client.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: taskQueues.files },
      taskQueueType: workflowQueue,
    })
  try {
    const { pollers } = await client.connection.withDeadline(Date.now() + deadline, ask)
    const since = Date.now() / 1000 - workerSilence / 1000
    const alive = (pollers ?? []).filter(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) > since)
    return { temporal: fine, worker: { ok: alive.length > 0, detail: `${alive.length}` } }
  } catch (error) {
    const silent = { ok: false, detail: error instanceof Error ? error.message : String(error) }
    return { temporal: silent, worker: { ok: false, detail: '' } }
  }
}

function lookAtMail(url: string): Promise<ServiceState> {
  const { hostname, port, protocol } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || (protocol === 'smtps:' ? 465 : 587) })
    const answer = (state: ServiceState) => {
      socket.destroy()
      resolve(state)
    }
    socket.setTimeout(deadline, () => answer({ ok: false, detail: `no answer within ${deadline} ms` }))
    socket.once('connect', () => answer(fine))
    socket.once('error', (error) => answer({ ok: false, detail: error.message }))
  })
}
