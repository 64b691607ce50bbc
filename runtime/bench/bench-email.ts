import { fileURLToPath } from 'node:url'
import { NativeConnection, Worker } from '@temporalio/worker'
import { remindAndThank } from '../activities/testing/documents.ts'
import { enrolFiles } from '../operations/enrol-files.ts'
import { type Bed, inParallel, seconds, withBed } from './bed.ts'
import { writePortfolio } from './portfolio.ts'
import { median, type Row, times } from './report.ts'
import { openSmtpSink, type SmtpSink } from './smtp-sink.ts'

/**
 * One reminder each to many customers, through enrolment, file, last look, claim and SMTP, against a workflow of one empty
 * activity on the same server, in turn, in portions. The first portion is not counted: all programs compile their code then.
 */
export async function benchEmail({
  invoices = 1_600,
  portions = 4,
}: {
  invoices?: number
  portions?: number
} = {}): Promise<Row[]> {
  const sink = await openSmtpSink()
  const size = Math.ceil(invoices / portions)
  try {
    return await withBed(
      async (bed) => {
        await bed.publish(remindAndThank('bench'))
        await bed.work({ gatherFor: 0 })
        const rounds: { bare: number; rate: number }[] = []
        await withBareWorker(bed, async () => {
          for (let portion = 0; portion < portions; portion++) {
            const bare = size / (await bareSeconds(bed, { portion, size }))
            rounds.push({ bare, rate: size / (await emailSeconds(bed, { portion, size, sink })) })
          }
        })
        return [rowOf(rounds.slice(1), size)]
      },
      { smtpUrl: sink.url },
    )
  } finally {
    await sink.stop()
  }
}

function rowOf(rounds: readonly { readonly bare: number; readonly rate: number }[], size: number): Row {
  const ratio = median(rounds.map(({ rate, bare }) => rate / bare))
  const rate = median(rounds.map((round) => round.rate))
  const hourly = rate * 3_600
  return {
    work: `e-mail to ${rounds.length} × ${size} customers`,
    figure: `${rate.toFixed(1)} /s = ${Math.round(hourly)} /h`,
    floor: `${median(rounds.map(({ bare }) => bare)).toFixed(1)} one-activity workflows/s`,
    ratio: times(ratio),
    budget: '≥ 0.6 ×, ≥ 20 000 /h',
    kept: ratio >= 0.6 && hourly >= 20_000,
  }
}

async function withBareWorker({ servers }: Bed, work: () => Promise<void>): Promise<void> {
  const connection = await NativeConnection.connect({ address: servers.temporal.address })
  const worker = await Worker.create({
    connection,
    taskQueue: 'bare',
    workflowsPath: fileURLToPath(new URL('./one-activity.ts', import.meta.url)),
    activities: { nothing: async () => {} },
  })
  await worker.runUntil(work)
  await connection.close()
}

interface Portion {
  readonly portion: number
  readonly size: number
}

function bareSeconds({ client }: Bed, { portion, size }: Portion): Promise<number> {
  const ids = Array.from({ length: size }, (_, index) => `bare-${portion}-${index}`)
  return seconds(() =>
    inParallel(ids, (workflowId) => client.workflow.execute('oneActivity', { taskQueue: 'bare', workflowId }), 32),
  )
}

async function emailSeconds(
  { operator }: Bed,
  { portion, size, sink }: Portion & { readonly sink: SmtpSink },
): Promise<number> {
  await writePortfolio(size, { prefix: portion === 0 ? 'B' : `P${portion}` })
  const goal = sink.keys.length + size
  const time = await seconds(async () => {
    const enrolled = enrolFiles({ entity: 'CORV' }, { ports: operator.ports })
    while (sink.keys.length < goal) await new Promise((resolve) => setTimeout(resolve, 20))
    await enrolled
  })
  if (new Set(sink.keys).size !== goal) throw new Error('an e-mail left twice')
  return time
}
