import { type Bed, inParallel, withBed } from './bed.ts'
import { percentile, type Row } from './report.ts'
import { bundleFor, type Sleepers, sleeperId, startSleepers } from './sleepers.ts'

const taskQueue = 'wake'
/** Files due in one turn, and in one second; the others sleep on. */
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
    const codePath = await bundleFor(bed.home)
    const count = Math.min(Math.floor(invoices / 2), mostDue)
    const others = invoices - 2 * count
    const address = bed.servers.temporal.address
    const sleepers = await startSleepers({ address, taskQueue, codePath, cached: 10 })
    try {
      await putToBed(bed, { count: others, sleepers, dueAt: () => Date.now() + day })
      const standing = await wake(bed, { sleepers, count, kill: false })
      return [standing, await wake(bed, { sleepers, count, kill: true })]
    } finally {
      await sleepers.stop()
    }
  })
}

/** Puts `count` files to sleep beside those that sleep already, and waits until each of them does. */
async function putToBed(
  { client }: Bed,
  { count, sleepers, dueAt }: { count: number; sleepers: Sleepers; dueAt: (index: number) => number },
): Promise<void> {
  const before = sleepers.due.size
  const ids = Array.from({ length: count }, (_, index) =>
    sleeperId(taskQueue, { index: before + index, due: dueAt(index) }),
  )
  await inParallel(ids, (workflowId) =>
    client.workflow.start('invoiceFile', { taskQueue, workflowId, args: [{ item: workflowId, scenario: 'bench' }] }),
  )
  await until(() => sleepers.due.size === before + count, Date.now() + bedtime * count + pause)
}

async function wake(
  bed: Bed,
  { sleepers, count, kill }: { sleepers: Sleepers; count: number; kill: boolean },
): Promise<Row> {
  const firstDue = Date.now() + bedtime * count + 2 * pause
  const awake = sleepers.woken.size
  await putToBed(bed, { count, sleepers, dueAt: (index) => firstDue + Math.floor((index / rate) * 1_000) })
  if (Date.now() > firstDue - pause) throw new Error('the files were put to sleep too slowly')
  if (kill) process.kill(bed.servers.temporal.pid!, 'SIGKILL')
  await until(() => sleepers.woken.size === awake + count, firstDue + (count / rate) * 1_000 + 60_000)
  return rowOf(sleepers, { files: [...sleepers.woken.keys()].slice(awake), kill })
}

function rowOf({ due, woken }: Sleepers, { files, kill }: { files: readonly string[]; kill: boolean }): Row {
  const lateness = files.map((file) => woken.get(file)! - due.get(file)!)
  const [p50, p99] = [percentile(lateness, 0.5), percentile(lateness, 0.99)]
  return {
    work: `wake ${files.length} of ${due.size} sleeping files${kill ? ' after a server kill' : ''}`,
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
