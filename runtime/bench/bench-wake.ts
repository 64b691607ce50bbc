import { type Bed, inParallel, withBed } from './bed.ts'
import { percentile, type Row } from './report.ts'
import { bundleFor, type Sleepers, startSleepers } from './sleepers.ts'

/** Between the last file asleep and the first one due, ms: room for the server to be killed and to come back. */
const pause = 25_000
/** Files due in one second. */
const rate = 25

/**
 * How late sleeping files wake, while the server stands and after it was killed and started again in their sleep. The
 * worker keeps ten files in its cache: nearly all must be brought back from their history.
 */
export async function benchWake({ invoices = 500 }: { invoices?: number } = {}): Promise<Row[]> {
  return withBed(async (bed) => {
    const nap = { invoices, codePath: await bundleFor(bed.home) }
    return [
      await wake(bed, { ...nap, taskQueue: 'wake', kill: false }),
      await wake(bed, { ...nap, taskQueue: 'wake-after-restart', kill: true }),
    ]
  })
}

async function wake(
  { client, servers }: Bed,
  { invoices, codePath, taskQueue, kill }: { invoices: number; codePath: string; taskQueue: string; kill: boolean },
): Promise<Row> {
  const spread = (invoices / rate) * 1_000
  const firstDue = Date.now() + (invoices / 15) * 1_000 + pause
  const address = servers.temporal.address
  const sleepers = await startSleepers({ address, taskQueue, codePath, cached: 10, firstDue, spread })
  try {
    const ids = Array.from(
      { length: invoices },
      (_, index) => `${taskQueue}-${Math.floor((index / invoices) * 1_000_000)}`,
    )
    await inParallel(ids, (workflowId) =>
      client.workflow.start('invoiceFile', { taskQueue, workflowId, args: [{ item: workflowId, scenario: 'bench' }] }),
    )
    await until(() => sleepers.due.size === invoices, firstDue)
    if (kill) process.kill(servers.temporal.pid!, 'SIGKILL')
    await until(() => sleepers.woken.size === invoices, firstDue + spread + 60_000)
    return rowOf(sleepers, { invoices, kill })
  } finally {
    await sleepers.stop()
  }
}

function rowOf({ due, woken }: Sleepers, { invoices, kill }: { invoices: number; kill: boolean }): Row {
  const lateness = [...due].map(([file, at]) => woken.get(file)! - at)
  const [p50, p99] = [percentile(lateness, 0.5), percentile(lateness, 0.99)]
  return {
    work: `wake ${invoices} sleeping files${kill ? ' after a server kill' : ''}`,
    figure: `p99 ${(p99 / 1_000).toFixed(2)} s`,
    floor: `p50 ${(p50 / 1_000).toFixed(2)} s`,
    ratio: `${rate} due/s`,
    budget: 'p99 ≤ 2 s',
    kept: p99 <= 2_000,
  }
}

async function until(isSo: () => boolean, deadline: number): Promise<void> {
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('the files were not all asleep, or not all awake, in time')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
