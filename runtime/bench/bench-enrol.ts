import { remindAndThank } from '../activities/testing/documents.ts'
import { Item } from '../models/item.ts'
import { enrolFiles } from '../operations/enrol-files.ts'
import { inParallel, seconds, withBed } from './bed.ts'
import { writePortfolio } from './portfolio.ts'
import { median, type Row, times } from './report.ts'

/**
 * Enrolling an imported ledger against bare `client.workflow.start` calls on the same server, in turn, in portions. No
 * worker runs: what is compared is how fast files are opened.
 */
export async function benchEnrol({
  invoices = 1_500,
  portions = 5,
}: {
  invoices?: number
  portions?: number
} = {}): Promise<Row[]> {
  return withBed(async ({ client, operator, publish }) => {
    const hash = await publish(remindAndThank('bench'))
    const size = Math.ceil(invoices / portions)
    const ratios: number[] = []
    const rates: number[] = []
    const floors: number[] = []
    for (let portion = 0; portion < portions; portion++) {
      const bare = Array.from({ length: size }, (_, index) => `bare-${portion}-${index}`)
      const bareTime = await seconds(() =>
        inParallel(bare, (workflowId) =>
          client.workflow.start('invoiceFile', {
            workflowId,
            taskQueue: 'bare',
            args: [{ item: workflowId, scenario: hash }],
          }),
        ),
      )
      const items = await writePortfolio(size, { prefix: portion === 0 ? 'B' : `P${portion}` })
      const scope = { entity: 'CORV' }
      let started = 0
      const time = await seconds(async () => {
        started = await enrolFiles(scope, { ports: operator.ports })
      })
      if (started < items.length) throw new Error(`only ${started} of ${items.length} files were opened`)
      floors.push(size / bareTime)
      rates.push(size / time)
      ratios.push(bareTime / time)
      await closePortion()
    }
    const ratio = median(ratios)
    return [
      {
        work: `enrol ${size * portions} invoices`,
        figure: `${median(rates).toFixed(0)} /s`,
        floor: `${median(floors).toFixed(0)} bare starts/s`,
        ratio: times(ratio),
        budget: '≥ 0.8 ×',
        kept: ratio >= 0.8,
      },
    ]
  })
}

/** Without a worker nobody writes where a file stands: what was enrolled is taken out of the next portion by hand. */
async function closePortion(): Promise<void> {
  await Item.updateMany({ open: { $gt: 0 } }, { $set: { open: 0 } })
}
