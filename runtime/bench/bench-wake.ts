import { type Bed, inParallel, withBed } from './bed.ts'
import { percentile, type Row } from './report.ts'
import { bundleFor, type Sleepers, sleeperId, startSleepers } from './sleepers.ts'

/** Files due, and in one second; the others sleep on. */
const mostDue = 500
const rate = 25
/** Between the last file asleep and the first one due, ms: room for the server to be killed and to come back. */
const pause = 25_000
/** Ms that putting one file to sleep may take on a busy machine. */
const bedtime = 150
const day = 86_400_000

/**
 * How late sleeping files wake, while the server stands and after it was killed and started again in their sleep. The
 * worker keeps ten files in its cache: nearly all must be brought back from their history.
 */
export async function benchWake({ invoices = 500 }: { invoices?: number } = {}): Promise<Row[]> {
  return withBed(async (bed) => {
    const nap = { invoices, codePath: await bundleFor(bed.home) }
    return [
      await wake(bed, { ...nap, taskQueue: 'wake', kill: false }),
      await wake(bed, { ...nap, taskQueue: 'wakeAfterRestart', kill: true }),
    ]
  })
}

async function wake(
  { client, servers }: Bed,
  { invoices, codePath, taskQueue, kill }: { invoices: number; codePath: string; taskQueue: string; kill: boolean },
): Promise<Row> {
  const sleepers = await startSleepers({ address: servers.temporal.address, taskQueue, codePath, cached: 10 })
  const putToBed = (ids: readonly string[]) =>
    inParallel(ids, (workflowId) =>
      client.workflow.start('invoiceFile', { taskQueue, workflowId, args: [{ item: workflowId, scenario: 'bench' }] }),
    )
  try {
    const count = Math.min(invoices, mostDue)
    const others = Array.from({ length: invoices - count }, (_, index) =>
      sleeperId(taskQueue, { index, due: Date.now() + day }),
    )
    await putToBed(others)
    await until(() => sleepers.due.size === others.length, Date.now() + bedtime * others.length)
    const firstDue = Date.now() + bedtime * count + pause
    const due = Array.from({ length: count }, (_, index) =>
      sleeperId(taskQueue, { index, due: firstDue + Math.floor((index / rate) * 1_000) }),
    )
    await putToBed(due)
    await until(() => sleepers.due.size === invoices, firstDue - pause)
    if (kill) process.kill(servers.temporal.pid!, 'SIGKILL')
    await until(() => sleepers.woken.size === count, firstDue + (count / rate) * 1_000 + 60_000)
    return rowOf(sleepers, { invoices, kill })
  } finally {
    await sleepers.stop()
  }
}

function rowOf({ due, woken }: Sleepers, { invoices, kill }: { invoices: number; kill: boolean }): Row {
  const lateness = [...woken].map(([file, at]) => at - due.get(file)!)
  const [p50, p99] = [percentile(lateness, 0.5), percentile(lateness, 0.99)]
  return {
    work: `wake ${woken.size} of ${invoices} sleeping files${kill ? ' after a server kill' : ''}`,
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
