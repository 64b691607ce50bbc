import { describe, expect, test } from 'vitest'
import { compiledDrawing, type Drawing } from '../testing/draw.ts'
import { describe as whereabouts } from './describe.ts'
import { type Stepped, start, step } from './step.ts'
import type { CompiledScenario, Happening, MachineEvent } from './types.ts'

/** Reminders five and fifteen days late, then a call by letter; thanks on the day after the payment. */
const drawing: Drawing = {
  steps: {
    five: ['wait', { from: 'dueDate', days: 5 }],
    first: 'send',
    fifteen: ['wait', { from: 'dueDate', days: 15 }],
    second: 'send',
    thirty: ['wait', { from: 'dueDate', days: 30 }],
    notice: 'notice',
    end: 'end',
    'next-day': ['wait', { from: 'paymentDate', days: 1 }],
    thanks: 'send',
    thanked: 'end',
  },
  lines: [
    'five.next > first',
    'first.sent > fifteen',
    'first.cancelled > fifteen',
    'fifteen.next > second',
    'second.sent > thirty',
    'second.cancelled > thirty',
    'thirty.next > notice',
    'notice.sent > end',
    'next-day.next > thanks',
    'thanks.sent > thanked',
    'thanks.cancelled > thanked',
  ],
  paid: 'next-day',
}

/** Runs a file by hand; answers are for wherever the file stands. */
class Run {
  readonly #compiled: CompiledScenario
  #last: Stepped
  /** Effects that people notice, as `type node`. */
  readonly told: string[] = []

  constructor(change: Partial<Drawing> = {}, happened: readonly Happening[] = []) {
    this.#compiled = compiledDrawing({ ...drawing, ...change })
    this.#last = start(this.#compiled, { happened })
    this.#tell()
  }

  get here() {
    return whereabouts(this.#last.state)
  }

  get effects() {
    return this.#last.effects
  }

  feed(event: MachineEvent): this {
    this.#last = step(this.#compiled, JSON.parse(JSON.stringify(this.#last.state)), event)
    this.#tell()
    return this
  }

  dated(past: boolean, at = '2026-03-01T09:00:00Z'): this {
    return this.feed({ type: 'DATED', ...this.#place(), at, past })
  }

  /** On time: dated to come, slept, woken. */
  slept(): this {
    return this.dated(false).feed({ type: 'WOKEN', ...this.#place() })
  }

  left(port: string): this {
    return this.feed({ type: 'OUTCOME', ...this.#place(), port })
  }

  failed(): this {
    return this.feed({ type: 'FAILED', ...this.#place(), reason: 'no address' })
  }

  decided(type: 'RETRY' | 'SKIP'): this {
    return this.feed({ type, ...this.#place() })
  }

  #place() {
    return { node: this.here.node ?? '', visit: this.here.visit }
  }

  #tell() {
    for (const effect of this.#last.effects) {
      if (['act', 'skipped', 'parked', 'ended'].includes(effect.type)) this.told.push(`${effect.type} ${effect.node}`)
    }
  }
}

describe('a file on time', () => {
  test('is reminded twice, served notice, and stays open until it is paid and thanked', () => {
    const run = new Run().slept().left('sent').slept().left('sent').slept().left('sent')
    expect(run.here).toMatchObject({ node: 'end', phase: 'over', ended: null })
    run.feed({ type: 'PAID' }).slept().left('sent')
    expect(run.told).toEqual(['act first', 'act second', 'act notice', 'ended end', 'act thanks', 'ended thanked'])
    expect(run.here.ended).toBe('settled')
  })

  test('ends at once when the scenario has no thanks', () => {
    const bare = {
      steps: { remind: 'send', end: 'end' },
      lines: ['remind.sent > end', 'remind.cancelled > end'],
    } as const
    expect(new Run({ ...bare, paid: undefined }).feed({ type: 'PAID' }).here.ended).toBe('settled')
  })

  test('closes without a payment when the last step says so', () => {
    const steps = { ...drawing.steps, end: ['end', { closes: true }] } as const
    const run = new Run({ steps }).slept().left('sent').slept().left('sent').slept().left('sent')
    expect(run.here.ended).toBe('ended')
    expect(run.feed({ type: 'PAID' }).told.at(-1)).toBe('ended end')
  })

  test.each([
    ['HANDED_OVER', 'handedOver'],
    ['CANCELLED', 'cancelled'],
  ] as const)('leaves the course for good on %s', (type, ended) => {
    const run = new Run().slept().feed({ type, reason: 'credit note' } as Happening)
    expect(run.here.ended).toBe(ended)
    expect(run.left('sent').effects).toEqual([])
  })

  test('paid while a reminder is being prepared, hears nothing of the answer that comes too late', () => {
    const run = new Run().slept()
    const { node, visit } = run.here
    run.feed({ type: 'PAID' })
    const before = run.here
    run.feed({ type: 'OUTCOME', node: node!, visit, port: 'sent' })
    expect(run.here).toEqual(before)
    expect(run.effects).toEqual([])
  })
})

describe('a file that is held', () => {
  test('waits on, but does nothing until the dispute is resolved', () => {
    const run = new Run().dated(false).feed({ type: 'DISPUTED' })
    run.feed({ type: 'WOKEN', node: 'five', visit: 1 })
    expect(run.here).toMatchObject({ node: 'first', phase: 'due', standing: 'disputed' })
    run.feed({ type: 'DISPUTE_RESOLVED' }).dated(false)
    expect(run.told).toEqual(['act first'])
  })

  test('asks after its release whether the date of the step still holds', () => {
    const run = new Run({}, [{ type: 'HELD' }]).slept().feed({ type: 'RELEASED' })
    expect(run.effects).toMatchObject([{ type: 'date', node: 'first', since: '2026-03-01T09:00:00Z' }])
  })

  test('that was disputed for two months does the latest step only, not the three that it missed', () => {
    const run = new Run().slept().left('sent').feed({ type: 'DISPUTED' }).slept()
    expect(run.here).toMatchObject({ node: 'second', phase: 'due' })
    run.feed({ type: 'DISPUTE_RESOLVED' }).dated(true).dated(true)
    expect(run.told).toEqual(['act first', 'skipped second', 'act notice'])
  })

  test('takes back a step that was given back undone, and does it once it is free', () => {
    const run = new Run().slept().feed({ type: 'HELD' })
    run.feed({ type: 'WITHHELD', node: 'first', visit: 2 })
    expect(run.here).toMatchObject({ node: 'first', visit: 2, phase: 'due' })
    run.feed({ type: 'RELEASED' }).dated(false)
    expect(run.here).toMatchObject({ node: 'first', phase: 'doing' })
    expect(run.told).toEqual(['act first', 'act first'])
  })

  test.each([
    ['skip', ['skipped first', 'skipped second']],
    ['latest', ['skipped first', 'act second']],
    ['spread', ['act first']],
  ] as const)('goes on by the catch-up rule "%s" when a step was given back for too long', (catchUp, told) => {
    const run = new Run({ policy: { catchUp } }).slept().feed({ type: 'HELD' })
    run.feed({ type: 'WITHHELD', node: 'first', visit: 2 }).feed({ type: 'RELEASED' })
    if (catchUp !== 'spread') run.dated(true).dated(true).dated(false)
    expect(run.told.slice(1)).toEqual(told)
  })

  test('shows the strongest of its flags and is free only when all are gone', () => {
    const run = new Run({}, [{ type: 'PROMISED' }, { type: 'DISPUTED' }, { type: 'HELD' }]).slept()
    expect(run.here.standing).toBe('held')
    expect(run.feed({ type: 'RELEASED' }).here.standing).toBe('disputed')
    expect(run.feed({ type: 'DISPUTE_RESOLVED' }).here.standing).toBe('promised')
    expect(run.here.phase).toBe('due')
    expect(run.feed({ type: 'PROMISE_ENDED' }).here).toMatchObject({ standing: 'free', phase: 'dating' })
  })

  test('a promise holds it though a dispute, which the scenario lets pass, stands above', () => {
    const policy = { stopRules: { dispute: false, promise: true } }
    expect(new Run({ policy }, [{ type: 'DISPUTED' }]).slept().told).toEqual(['act first'])
    expect(new Run({ policy }, [{ type: 'DISPUTED' }, { type: 'PROMISED' }]).slept().here.phase).toBe('due')
  })

  test('is thanked for its payment whatever was disputed, but not while it is on hold', () => {
    const paid = () => new Run({}, [{ type: 'DISPUTED' }]).feed({ type: 'PAID' })
    expect(paid().slept().told).toEqual(['act thanks'])
    expect(paid().feed({ type: 'HELD' }).slept().told).toEqual([])
  })
})

describe('a file whose dates are past', () => {
  test('under "latest" does only the last step missed, then rests until the next date', () => {
    const run = new Run().dated(true).dated(true).dated(false)
    expect(run.told).toEqual(['skipped first', 'act second'])
    run.left('sent').dated(false)
    expect(run.here).toMatchObject({ node: 'thirty', phase: 'sleeping', catchingUp: false })
  })

  test('under "latest" does the last step even when the whole course is past', () => {
    const run = new Run().dated(true).dated(true).dated(true)
    expect(run.told).toEqual(['skipped first', 'skipped second', 'act notice'])
    expect(run.left('sent').told.at(-1)).toBe('ended end')
  })

  test('under "skip" does none of the steps missed', () => {
    const run = new Run({ policy: { catchUp: 'skip' } }).dated(true).dated(true).dated(false)
    expect(run.told).toEqual(['skipped first', 'skipped second'])
    expect(run.here).toMatchObject({ node: 'thirty', phase: 'sleeping' })
  })

  test('under "spread" does each in turn, at the dates that the host gives', () => {
    const run = new Run({ policy: { catchUp: 'spread' } }).slept().left('sent').slept()
    expect(run.told).toEqual(['act first', 'act second'])
  })

  test('asks for dates without grace while it catches up', () => {
    const run = new Run()
    expect(run.effects).toMatchObject([{ type: 'date', catchingUp: false }])
    expect(run.dated(true).effects).toMatchObject([{ type: 'date', catchingUp: true }])
  })

  test('paid while it catches up, owes no reminder any more', () => {
    const run = new Run().dated(true).feed({ type: 'PAID' }).slept()
    expect(run.told).toEqual(['act thanks'])
  })
})

describe('a step that fails', () => {
  test('parks the file, visibly, until a person has it done again under a new visit', () => {
    const run = new Run().slept().failed()
    expect(run.effects).toEqual([{ type: 'parked', node: 'first', visit: 2, reason: 'no address' }])
    run.decided('RETRY')
    expect(run.here).toMatchObject({ node: 'first', phase: 'doing', visit: 3 })
    expect(run.told).toEqual(['act first', 'parked first', 'act first'])
  })

  test('goes on by its usual outcome when a person passes over it', () => {
    const run = new Run().slept().failed().decided('SKIP')
    expect(run.told).toEqual(['act first', 'parked first', 'skipped first'])
    expect(run.here).toMatchObject({ node: 'fifteen', phase: 'dating' })
  })

  test('takes its failure line where one is drawn', () => {
    const run = new Run({ lines: [...drawing.lines, 'first.error > end'] }).slept().failed()
    expect(run.told).toEqual(['act first', 'ended end'])
  })

  test('an outcome that the kind does not know parks the file too', () => {
    expect(new Run().slept().left('unheard-of').effects).toMatchObject([{ type: 'parked', reason: 'unknown-outcome' }])
  })

  test('a parked file that is paid is thanked', () => {
    expect(new Run().slept().failed().feed({ type: 'PAID' }).here).toMatchObject({ node: 'next-day', paid: true })
  })
})

test('a thousand missed steps are passed over in one step, without freezing', () => {
  const ids = Array.from({ length: 998 }, (_, index) => `n${index}`)
  const steps: Drawing['steps'] = {
    wait: ['wait', { from: 'dueDate', days: 1 }],
    ...Object.fromEntries(ids.map((id) => [id, 'notice' as const])),
    end: 'end',
  }
  const lines = [...ids.slice(1).map((id, index) => `n${index}.sent > ${id}`), 'wait.next > n0', 'n997.sent > end']
  const run = new Run({ steps, lines, paid: undefined })
  const begun = performance.now()
  run.dated(true)
  expect(run.told.at(-1)).toBe('act n997')
  expect(performance.now() - begun).toBeLessThan(4_000)
})
