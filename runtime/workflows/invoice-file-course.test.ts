import { registry } from '@relance/nodes/registry'
import { describe, expect, it } from 'vitest'
import { remindAndThank } from '../activities/testing/documents.ts'
import { compile } from '../machine/compile.ts'
import type { LoadedFile } from './file-activities.ts'
import { InvoiceFileCourse } from './invoice-file-course.ts'

const compilation = compile({ document: remindAndThank('held'), registry })
if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
const { compiled } = compilation

const reminder = { node: 'remind', visit: 1 }
const settles = () => new Promise((resolve) => setTimeout(resolve, 20))

/** A file whose reminder was handed to the desk, and the ledger as it stands. */
async function openFile() {
  const item = { paid: false, disputed: false, promised: false, held: null } as LoadedFile['item']
  const rounds: number[] = []
  const file = new InvoiceFileCourse(
    { item: 'CORV:FA-1:2026', scenario: compiled.hash },
    {
      loadFile: async () => ({ compiled, item: { ...item } }),
      resolveDate: async () => ({ at: '2099-01-01T09:00:00Z', past: false }),
      readFacts: () => Promise.reject(new Error('nobody chooses here')),
      act: async ({ round }) => {
        rounds.push(round)
        return { later: true }
      },
      recordTrace: async () => {},
      now: Date.now,
      life: 'test',
      rest: async (_until, woken) => {
        while (!woken()) await new Promise((resolve) => setTimeout(resolve, 1))
      },
      wantsFreshRun: () => false,
      isLong: () => false,
      reasonOf: () => undefined,
    },
  )
  void file.run()
  await settles()
  return { file, item: item as { disputed: boolean }, rounds }
}

describe('a reminder that the desk gives back because of a dispute', () => {
  it('is asked for again once the dispute is resolved', async () => {
    const { file, item, rounds } = await openFile()
    item.disputed = true
    file.happen({ event: 'd1', happening: { type: 'DISPUTED' } })
    file.answer({ ...reminder, outcome: 'held', reason: 'disputed' })
    await settles()
    expect(rounds).toEqual([0])
    item.disputed = false
    file.happen({ event: 'r1', happening: { type: 'DISPUTE_RESOLVED' } })
    await settles()
    expect(rounds).toEqual([0, 1])
  })

  it('is asked for again also when the resolution was heard before the desk had spoken', async () => {
    const { file, rounds } = await openFile()
    file.happen({ event: 'd1', happening: { type: 'DISPUTED' } })
    file.happen({ event: 'r1', happening: { type: 'DISPUTE_RESOLVED' } })
    file.answer({ ...reminder, outcome: 'held', reason: 'disputed' })
    await settles()
    expect(rounds).toEqual([0, 1])
  })

  it('waits when the desk knows of the dispute before the file does', async () => {
    const { file, item, rounds } = await openFile()
    item.disputed = true
    file.answer({ ...reminder, outcome: 'held', reason: 'disputed' })
    await settles()
    expect(rounds).toEqual([0])
    file.happen({ event: 'd1', happening: { type: 'DISPUTED' } })
    item.disputed = false
    file.happen({ event: 'r1', happening: { type: 'DISPUTE_RESOLVED' } })
    await settles()
    expect(rounds).toEqual([0, 1])
  })
})
