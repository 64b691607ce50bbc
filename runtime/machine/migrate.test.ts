import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts'
import { compiledDocument, compiledDrawing, type Drawing } from '../testing/draw.ts'
import { arbitraryWhims, type Stride, wander } from '../testing/wander.ts'
import { chartOf, pending, describe as whereabouts } from './describe.ts'
import { type Migration, type Moves, migrate, stepsAhead } from './migrate.ts'
import { start, step } from './step.ts'
import type { CompiledScenario, MachineEvent, MachineState } from './types.ts'

vi.setConfig({ testTimeout: 60_000 })
const runs = { seed: 20_261_124, numRuns: 400 }

/** Two versions share names of steps, whatever became of these; `pick` says where a step of the old one leads. */
const lives = fc.record({
  before: arbitraryScenario(),
  after: arbitraryScenario(),
  first: arbitraryWhims,
  second: arbitraryWhims,
  pick: fc.nat(1_000),
})

const stepsOf = (compiled: CompiledScenario) =>
  [false, true].flatMap((paid) => idsOf(compiled, paid).map((node) => ({ node, paid })))

function idsOf({ statechart }: CompiledScenario, paid: boolean): string[] {
  const { running, thanks } = statechart.states as Record<string, { states?: Record<string, object> }>
  const course = paid ? thanks : (running?.states?.course as { states?: Record<string, object> })
  return Object.keys(course?.states ?? {}).filter((id) => id !== '(back)')
}

const actsOf = (strides: readonly Stride[]) =>
  strides.flatMap(({ effects }) => effects.filter((effect) => effect.type === 'act'))

/** Acts that a host has seen answered. */
const doneOf = (strides: readonly Stride[]) => [
  ...new Set(strides.flatMap(({ event, before }) => (isAnswered(event, before) ? [before!.context.node] : []))),
]

function isAnswered(event: MachineEvent | null, before: MachineState | null): boolean {
  if (event?.type !== 'OUTCOME' || before === null) return false
  const { node, visit, phase } = whereabouts(before)
  return phase === 'doing' && event.node === node && event.visit === visit
}

/** Follows where a step of the same name is, else any step of the same course. */
function movesTo(to: CompiledScenario, state: MachineState, pick: number): Moves {
  const { node, paid } = whereabouts(state)
  const ids = idsOf(to, paid)
  if (node === null || ids.length === 0) return {}
  return { [node]: pick % 3 > 0 && ids.includes(node) ? node : ids[pick % ids.length]! }
}

describe('whatever was drawn, and whatever is drawn instead', () => {
  test('a file that moves stands on a step of the new version, and lives on there', () => {
    fc.assert(
      fc.property(lives, ({ before, after, first, second, pick }) => {
        const [from, to] = [compiledDocument(before), compiledDocument(after)]
        const strides = wander(from, { whims: first })
        const { state } = strides.at(-1)!
        const moved = migrate({ from, to, state, moves: movesTo(to, state, pick), done: doneOf(strides) })
        if (moved.type === 'unmapped') {
          expect(idsOf(to, whereabouts(state).paid)).toEqual([])
          return
        }
        const here = whereabouts(moved.state)
        if (here.node !== null) {
          expect(chartOf(to, { node: here.node, paid: here.paid })).toBeDefined()
          expect(here.paid).toBe(whereabouts(state).paid)
        }
        expect(here.standing).toBe(whereabouts(state).standing)
        expect(moved.state.context.visit).toBeGreaterThanOrEqual(state.context.visit)
        expect(JSON.parse(JSON.stringify(moved.state))).toEqual(moved.state)
        for (const { state: later } of wander(to, { whims: second, from: moved.state })) {
          const { node, paid } = whereabouts(later)
          if (node !== null) expect(chartOf(to, { node, paid })).toBeDefined()
        }
      }),
      runs,
    )
  })

  test('nothing that was done is done again, unless the old version had it still ahead', () => {
    fc.assert(
      fc.property(lives, ({ before, after, first, second, pick }) => {
        const [from, to] = [compiledDocument(before), compiledDocument(after)]
        const strides = wander(from, { whims: first })
        const { state } = strides.at(-1)!
        const done = doneOf(strides)
        const { node, paid } = whereabouts(state)
        const moved = migrate({ from, to, state, moves: movesTo(to, state, pick), done })
        if (moved.type === 'unmapped' || node === null) return
        const ahead = stepsAhead(from, { node, paid })
        const spent = done.filter((id) => !ahead.has(id))
        const later = [{ ...moved, before: null, event: null }, ...wander(to, { whims: second, from: moved.state })]
        const told = later.flatMap(({ effects }) => effects)
        for (const act of spent) {
          const first = told.find(({ type, node }) => node === act && (type === 'act' || type === 'skipped'))
          expect(first?.type).not.toBe('act')
        }
      }),
      runs,
    )
  })

  test('no act is asked for under a visit that an act of the old version had', () => {
    fc.assert(
      fc.property(lives, ({ before, after, first, second, pick }) => {
        const [from, to] = [compiledDocument(before), compiledDocument(after)]
        const strides = wander(from, { whims: first })
        const { state } = strides.at(-1)!
        const moved = migrate({ from, to, state, moves: movesTo(to, state, pick), done: doneOf(strides) })
        if (moved.type === 'unmapped') return
        const asked = new Set(actsOf(strides).map(({ visit }) => visit))
        const later = [{ ...moved, before: null, event: null }, ...wander(to, { whims: second, from: moved.state })]
        for (const { visit } of actsOf(later)) expect(asked.has(visit)).toBe(false)
      }),
      runs,
    )
  })

  test('an unchanged scenario changes nothing', () => {
    fc.assert(
      fc.property(fc.tuple(arbitraryScenario(), arbitraryWhims), ([document, whims]) => {
        const compiled = compiledDocument(document)
        const same = Object.fromEntries(stepsOf(compiled).map(({ node }) => [node, node]))
        for (const { state } of wander(compiled, { whims })) {
          const moved = migrate({ from: compiled, to: compiled, state, moves: same, done: [] })
          expect(moved).toEqual({ type: 'moved', state, effects: [] })
        }
      }),
      runs,
    )
  })

  test('a scenario of which only the words change goes on where it was, whatever the file was doing', () => {
    fc.assert(
      fc.property(fc.tuple(arbitraryScenario(), arbitraryWhims), ([document, whims]) => {
        const from = compiledDocument(document)
        const to = compiledDocument({ ...document, name: 'Anders' })
        const same = Object.fromEntries(stepsOf(from).map(({ node }) => [node, node]))
        const strides = wander(from, { whims })
        for (const [at, { state }] of strides.entries()) {
          const done = doneOf(strides.slice(0, at + 1))
          const moved = migrate({ from, to, state, moves: same, done }) as Extract<Migration, { type: 'moved' }>
          const { spent: _, ...context } = moved.state.context
          expect({ ...moved.state, context }).toEqual(state)
          expect(moved.effects).toEqual([])
          expect(pending(to, moved.state)).toEqual(pending(from, state))
        }
      }),
      runs,
    )
  })
})

const drawing: Drawing = {
  steps: {
    five: ['wait', { from: 'dueDate', days: 5 }],
    first: 'send',
    fifteen: ['wait', { from: 'previousStep', days: 15 }],
    second: 'send',
    end: 'end',
  },
  lines: [
    'five.next > first',
    'first.sent > fifteen',
    'first.cancelled > fifteen',
    'fifteen.next > second',
    'second.sent > end',
    'second.cancelled > end',
  ],
}
const old = compiledDrawing(drawing)
const drawn = (change: Partial<Drawing>) => compiledDrawing({ ...drawing, ...change })

/** A file that has sent its first reminder and sleeps in `fifteen`. */
function asleep(): MachineState {
  let { state } = start(old)
  const feed = (event: Partial<MachineEvent>) => {
    const { node, visit } = whereabouts(state)
    state = step(old, state, { node, visit, ...event } as MachineEvent).state
  }
  feed({ type: 'DATED', at: '2026-03-01T09:00:00Z', past: false })
  feed({ type: 'WOKEN' })
  feed({ type: 'OUTCOME', port: 'sent' })
  feed({ type: 'DATED', at: '2026-03-16T09:00:00Z', past: false })
  return state
}

const answer = (compiled: CompiledScenario, state: MachineState, event: Partial<MachineEvent>) => {
  const { node, visit } = whereabouts(state)
  return step(compiled, state, { node, visit, ...event } as MachineEvent)
}

function moved(to: CompiledScenario, moves: Moves, state = asleep()) {
  const migration = migrate({ from: old, to, state, moves, done: ['first'] })
  if (migration.type === 'unmapped') throw new Error('unmapped')
  return migration
}

describe('a file asleep between two reminders', () => {
  test('keeps its instant when its wait is drawn as before', () => {
    const to = drawn({ steps: { ...drawing.steps, five: ['wait', { from: 'dueDate', days: 8 }] } })
    const { state } = moved(to, { fifteen: 'fifteen' })
    expect(whereabouts(state)).toMatchObject({ phase: 'sleeping', until: '2026-03-16T09:00:00Z', visit: 3 })
  })

  test('is dated anew when its wait is drawn otherwise', () => {
    const to = drawn({ steps: { ...drawing.steps, fifteen: ['wait', { from: 'previousStep', days: 10 }] } })
    const { state } = moved(to, { fifteen: 'fifteen' })
    expect(pending(to, state)).toMatchObject({ type: 'date', node: 'fifteen', visit: 4, moment: { days: 10 } })
  })

  test('has no place where its wait is gone and nobody says where it leads', () => {
    const { fifteen: _, ...steps } = drawing.steps
    const lines = ['five.next > first', 'first.sent > second', 'first.cancelled > second', ...drawing.lines.slice(4)]
    const to = drawn({ steps, lines })
    expect(migrate({ from: old, to, state: asleep(), moves: { fifteen: 'fifteen' }, done: [] }).type).toBe('unmapped')
    expect(migrate({ from: old, to, state: asleep(), moves: {}, done: [] }).type).toBe('unmapped')
    expect(moved(to, { fifteen: 'second' }).effects).toMatchObject([{ type: 'act', node: 'second', visit: 4 }])
  })

  test('that is sent back to before its first reminder passes over it', () => {
    const to = drawn({ steps: { ...drawing.steps, end: ['end', { closes: true }] } })
    const back = moved(to, { fifteen: 'first' })
    expect(back.effects).toEqual([
      { type: 'skipped', node: 'first' },
      expect.objectContaining({ type: 'date', node: 'fifteen' }),
    ])
    const further = moved(to, { fifteen: 'five' })
    const due = answer(
      to,
      answer(to, further.state, { type: 'DATED', at: '2026-03-20T09:00:00Z', past: false }).state,
      { type: 'WOKEN' },
    )
    expect(due.effects.filter(({ type }) => type === 'act')).toEqual([])
    expect(whereabouts(due.state).node).toBe('fifteen')
  })

  test('in a circle gets the reminder that the circle still had for it', () => {
    const lines = ['five.next > first', 'first.sent > fifteen', 'first.cancelled > end', 'fifteen.next > first']
    const { second: _, ...steps } = drawing.steps
    const from = drawn({ steps, lines })
    const to = drawn({ steps: { ...steps, five: ['wait', { from: 'dueDate', days: 6 }] }, lines })
    const migration = migrate({ from, to, state: asleep(), moves: { fifteen: 'fifteen' }, done: ['first'] })
    const { state } = migration as Extract<Migration, { type: 'moved' }>
    expect(answer(to, state, { type: 'WOKEN' }).effects).toMatchObject([{ type: 'act', node: 'first' }])
  })
})
