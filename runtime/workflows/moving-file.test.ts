import { registry } from '@relance/nodes/registry'
import { describe, expect, it } from 'vitest'
import { document, remindAndThank, type Step } from '../activities/testing/documents.ts'
import { compile } from '../machine/compile.ts'
import { describe as whereabouts } from '../machine/describe.ts'
import type { CompiledScenario } from '../machine/types.ts'
import type { LoadedFile, Trace } from './file-activities.ts'
import { type FileHost, InvoiceFileCourse } from './invoice-file-course.ts'
import type { MigrateSignal } from './protocol.ts'

function compiled(drawn: unknown): CompiledScenario {
  const compilation = compile({ document: drawn, registry })
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.problems))
  return compilation.compiled
}

const rest: Step = { kind: 'wait', settings: { days: 20, from: 'previousStep' }, to: { next: 'end' } }
const end: Step = { kind: 'end', settings: { reason: 'exhausted' } }
const old = compiled(remindAndThank('old'))
const shorter = compiled({ ...remindAndThank('old'), nodes: changed('pause', { days: 20, from: 'previousStep' }) })
const without = compiled(document('old', { pause: rest, end }))
const other = compiled(remindAndThank('other'))

function changed(id: string, settings: object) {
  return remindAndThank('old').nodes.map((node) => (node.id === id ? { ...node, settings } : node))
}

const settles = () => new Promise((resolve) => setTimeout(resolve, 20))
const publication = (rank: number, to: CompiledScenario, moves: MigrateSignal['moves']): MigrateSignal => ({
  ...{ event: `old:${rank}`, rank, from: old.hash, to: to.hash, moves },
})

/** A file whose reminder was handed to the desk. */
async function openFile(change: Partial<FileHost> = {}) {
  const item = { paid: false, disputed: false, promised: false, held: null } as LoadedFile['item']
  const versions = new Map([old, shorter, without, other].map((version) => [version.hash, version]))
  const asked: string[] = []
  const dated: string[] = []
  const told: Trace[] = []
  const file = new InvoiceFileCourse(
    { item: 'CORV:FA-1:2026', scenario: old.hash },
    {
      loadFile: async ({ scenario }) => ({ compiled: versions.get(scenario)!, item: { ...item } }),
      resolveDate: async ({ reached, trace }) => {
        dated.push(reached)
        told.push(trace)
        return { at: '2099-01-01T09:00:00Z', past: false }
      },
      readFacts: () => Promise.reject(new Error('nobody chooses here')),
      act: async ({ place }) => {
        asked.push(place.node)
        return { later: true }
      },
      recordTrace: async (trace) => {
        told.push(trace)
      },
      now: Date.now,
      life: 'test',
      rest: async (_until, woken) => {
        while (!woken()) await new Promise((resolve) => setTimeout(resolve, 1))
      },
      wantsFreshRun: () => false,
      isLong: () => false,
      reasonOf: () => undefined,
      ...change,
    },
  )
  const over = file.run()
  await settles()
  const heard = () => told.flatMap(({ course }) => course?.publication ?? []).map(({ result }) => result)
  return { file, asked, dated, heard, over }
}

const sent = { node: 'remind', visit: 1, outcome: 'sent' }

describe('a file that waits for an answer', () => {
  it('takes it under the new version where its step goes on, and asks for nothing again', async () => {
    const { file, asked, heard } = await openFile()
    file.migrate(publication(2, shorter, { remind: 'remind' }))
    await settles()
    expect(file.look()).toMatchObject({ scenario: shorter.hash, leaving: null, asked: { answer: 'awaited' } })
    file.answer(sent)
    await settles()
    expect(whereabouts(file.look().state).node).toBe('pause')
    expect([asked, heard()]).toEqual([['remind'], ['moved']])
  })

  it('leaves only once it has it where its step is gone', async () => {
    const { file, asked, heard } = await openFile()
    file.migrate(publication(2, without, { remind: 'pause', pause: 'pause' }))
    await settles()
    expect(file.look()).toMatchObject({ scenario: old.hash, leaving: { rank: 2 } })
    file.answer(sent)
    await settles()
    expect(file.look()).toMatchObject({ scenario: without.hash, leaving: null })
    expect([asked, heard()]).toEqual([['remind'], ['waiting', 'moved']])
  })

  it('listens to a later publication instead, and no more to an earlier one', async () => {
    const { file } = await openFile()
    file.migrate(publication(2, without, { remind: 'pause', pause: 'pause' }))
    file.migrate(publication(3, shorter, {}))
    file.migrate(publication(2, without, { remind: 'pause', pause: 'pause' }))
    await settles()
    expect(file.look()).toMatchObject({ scenario: old.hash, leaving: null })
    file.answer(sent)
    await settles()
    expect(file.look().scenario).toBe(old.hash)
  })
})

describe('a file that a person sends to another scenario', () => {
  const sentTo = (to: CompiledScenario, moves: MigrateSignal['moves']): MigrateSignal => ({
    ...{ event: 'segment:1', rank: null, from: old.hash, to: to.hash, moves },
  })

  it('goes where its step was sent once it has its answer, wherever it then stands', async () => {
    const { file, asked } = await openFile()
    file.migrate(sentTo(without, { remind: 'pause' }))
    await settles()
    file.answer(sent)
    await settles()
    expect(whereabouts(file.look().state).node).toBe('pause')
    expect([file.look().scenario, asked]).toEqual([without.hash, ['remind']])
  })

  it('still goes there when a publication says nothing of its step meanwhile', async () => {
    const { file } = await openFile()
    file.migrate(sentTo(without, { remind: 'pause' }))
    await settles()
    file.migrate(publication(2, shorter, { pause: 'pause' }))
    await settles()
    file.answer(sent)
    await settles()
    expect(file.look()).toMatchObject({ scenario: without.hash, leaving: null })
  })

  it('thanks under its old scenario when it is paid before it has its answer', async () => {
    const { file } = await openFile()
    file.migrate(sentTo(without, { remind: 'pause' }))
    await settles()
    file.happen({ event: 'p1', happening: { type: 'PAID' } })
    await settles()
    expect(whereabouts(file.look().state)).toMatchObject({ node: 'thank', paid: true })
    expect(file.look()).toMatchObject({ scenario: old.hash, stuck: null, leaving: null })
  })

  it('listens there to publications whose rank is lower than those of the scenario that it left', async () => {
    const { file } = await openFile()
    file.migrate(publication(7, shorter, { remind: 'remind' }))
    await settles()
    file.migrate({ ...sentTo(other, { remind: 'remind' }), from: shorter.hash })
    await settles()
    file.migrate({ ...publication(2, old, { remind: 'remind' }), from: other.hash })
    await settles()
    expect(file.look().scenario).toBe(old.hash)
  })
})

describe('a file asleep', () => {
  it('is dated anew from when its wait began', async () => {
    const { file, dated } = await openFile()
    file.answer(sent)
    await settles()
    file.migrate(publication(2, shorter, { pause: 'pause' }))
    await settles()
    expect(dated).toHaveLength(2)
    expect(dated[1]).toBe(dated[0])
  })
})

describe('a file that closes', () => {
  it('ends in peace when a publication reaches it at that moment', async () => {
    let signal: () => void = () => {}
    const recordTrace = async ({ course }: Trace) => {
      if (course?.status === 'ended') signal()
    }
    const { file, over } = await openFile({ recordTrace })
    signal = () => file.migrate(publication(2, shorter, { pause: 'pause', remind: 'remind' }))
    file.happen({ event: 'c1', happening: { type: 'CANCELLED', reason: 'credit note' } })
    expect(await over).toBeNull()
  })
})
