import { fileURLToPath } from 'node:url'
import { NativeConnection, Worker } from '@temporalio/worker'
import { remindAndThank } from '../activities/testing/documents.ts'
import { enrolFiles } from '../operations/enrol-files.ts'
import { type Bed, inParallel, seconds, withBed } from './bed.ts'
import { writePortfolio } from './portfolio.ts'
import { type Row, times } from './report.ts'
import { openSmtpSink, type SmtpSink } from './smtp-sink.ts'

/**
 * One reminder each to many customers, through enrolment, file, contact desk, last look, claim and SMTP, against a
 * workflow of one empty activity on the same server.
 */
export async function benchEmail({ invoices = 400 }: { invoices?: number } = {}): Promise<Row[]> {
  const sink = await openSmtpSink()
  try {
    return await withBed(
      async (bed) => {
        const bare = invoices / (await bareSeconds(bed, invoices))
        const rate = invoices / (await emailSeconds(bed, { invoices, sink }))
        const ratio = rate / bare
        const hourly = rate * 3_600
        return [
          {
            work: `e-mail to ${invoices} customers`,
            figure: `${rate.toFixed(1)} /s = ${Math.round(hourly)} /h`,
            floor: `${bare.toFixed(1)} one-activity workflows/s`,
            ratio: times(ratio),
            budget: '≥ 0.6 ×, ≥ 20 000 /h',
            kept: ratio >= 0.6 && hourly >= 20_000,
          },
        ]
      },
      { smtpUrl: sink.url },
    )
  } finally {
    await sink.stop()
  }
}

async function bareSeconds({ client, servers }: Bed, count: number): Promise<number> {
  const connection = await NativeConnection.connect({ address: servers.temporal.address })
  const worker = await Worker.create({
    connection,
    taskQueue: 'bare',
    workflowsPath: fileURLToPath(new URL('./one-activity.ts', import.meta.url)),
    activities: { nothing: async () => {} },
  })
  const ids = Array.from({ length: count }, (_, index) => `bare-${index}`)
  const time = await worker.runUntil(() =>
    seconds(() =>
      inParallel(ids, (workflowId) => client.workflow.execute('oneActivity', { taskQueue: 'bare', workflowId }), 32),
    ),
  )
  await connection.close()
  return time
}

async function emailSeconds(
  { operator, publish, work }: Bed,
  { invoices, sink }: { invoices: number; sink: SmtpSink },
): Promise<number> {
  await publish(remindAndThank('bench'))
  await writePortfolio(invoices)
  await work({ gatherFor: 0 })
  const time = await seconds(async () => {
    const enrolled = enrolFiles({ entity: 'CORV' }, { ports: operator.ports })
    while (sink.keys.length < invoices) await new Promise((resolve) => setTimeout(resolve, 20))
    await enrolled
  })
  if (new Set(sink.keys).size !== invoices) throw new Error('an e-mail left twice')
  return time
}
