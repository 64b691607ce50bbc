import { inParallel, withBed } from './bed.ts'
import type { Row } from './report.ts'
import { bundleFor, sleeperId, startSleepers } from './sleepers.ts'

const budget = 500
const hour = 3_600_000
const megabytes = (bytes: number) => bytes / 1_048_576

/** The memory of a worker that keeps sleeping files in its cache, and of one that keeps almost none. */
export async function benchMemory({ invoices = 2_000 }: { invoices?: number } = {}): Promise<Row[]> {
  return withBed(async ({ client, servers, home }) => {
    const codePath = await bundleFor(home)
    const weigh = async (taskQueue: string, cached: number) => {
      const address = servers.temporal.address
      const sleepers = await startSleepers({ address, taskQueue, codePath, cached })
      const due = Date.now() + 6 * hour
      const ids = Array.from({ length: invoices }, (_, index) => sleeperId(taskQueue, { index, due }))
      await inParallel(ids, (workflowId) =>
        client.workflow.start('invoiceFile', {
          taskQueue,
          workflowId,
          args: [{ item: workflowId, scenario: 'bench' }],
        }),
      )
      while (sleepers.due.size < invoices) await new Promise((resolve) => setTimeout(resolve, 200))
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      const rss = megabytes(await sleepers.rss())
      await sleepers.stop()
      return rss
    }
    const bare = await weigh('evicted', 10)
    const full = await weigh('cached', invoices)
    return [
      {
        work: `worker with ${invoices} cached files`,
        figure: `${full.toFixed(0)} MB`,
        floor: `${bare.toFixed(0)} MB with 10 cached`,
        ratio: `${(((full - bare) * 1_024) / invoices).toFixed(0)} kB a file`,
        budget: `< ${budget} MB at 2000`,
        kept: full < budget,
      },
    ]
  })
}
