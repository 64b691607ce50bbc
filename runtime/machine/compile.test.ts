import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { arbitraryScenario } from '../testing/arbitrary-scenario.ts'
import { type Drawing, draw } from '../testing/draw.ts'
import { testRegistry } from '../testing/test-kinds.ts'
import type { TemplatePort } from './checks/check-templates.ts'
import { compile } from './compile.ts'
import { problemWords } from './problem-words.ts'
import { start } from './step.ts'

const seed = 20_260_202

// Time enough for the properties on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** A reminder eight days after the due date, then the end. */
const plain: Drawing = {
  steps: { wait: ['wait', { from: 'dueDate', days: 8 }], remind: 'send', end: 'end' },
  lines: ['wait.next > remind', 'remind.sent > end', 'remind.cancelled > end'],
}

/** Compiles, and holds every problem to its words: a sentence in both languages with nothing left to fill in. */
function compiling(document: unknown, templates?: TemplatePort) {
  const result = compile({ document, registry: testRegistry, ...(templates ? { templates } : {}) })
  for (const problem of result.problems) {
    expect(Object.keys(problemWords)).toContain(problem.code)
    const places = problemWords[problem.code as keyof typeof problemWords].fr.match(/(?<=\{)\w+(?=\})/g) ?? []
    expect(Object.keys(problem.values ?? {})).toEqual(expect.arrayContaining([...places]))
  }
  return result
}

/** The problems of a drawing as `code@node`. */
function problems(drawing: Drawing): string[] {
  return compiling(draw(drawing)).problems.map(({ code, node, path }) => `${code}@${node ?? path}`)
}

type Loose = { [key: string]: unknown; nodes: Record<string, unknown>[] }
const plainDocument = () => draw(plain) as Loose

describe('a scenario that is right', () => {
  test('compiles without a word', () => {
    expect(compiling(draw(plain))).toMatchObject({ ok: true, problems: [] })
  })

  test('every random scenario drawn by the rules compiles', () => {
    fc.assert(
      fc.property(arbitraryScenario(), (document) => {
        expect(compiling(document).problems.filter(({ severity }) => severity === 'error')).toEqual([])
      }),
      { seed, numRuns: 300 },
    )
  })

  test('is the same version whatever the order of its fields, and another one for another word', () => {
    const hashOf = (document: unknown) => {
      const result = compiling(document)
      return result.ok ? result.compiled.hash : undefined
    }
    const { id, name, ...rest } = plainDocument()
    expect(hashOf({ name, ...rest, id })).toBe(hashOf(plainDocument()))
    expect(hashOf(plainDocument())).toMatch(/^[0-9a-f]{64}$/)
    expect(hashOf({ ...plainDocument(), name: 'Other' })).not.toBe(hashOf(plainDocument()))
  })

  test('compiles to pure data: it is the same after a journey through text', () => {
    const result = compiling(draw(plain))
    expect(result.ok && JSON.parse(JSON.stringify(result.compiled))).toEqual(result.ok && result.compiled)
  })

  test('may name its steps like parts of the program', () => {
    const awkward = {
      steps: { constructor: ['wait', {}], running: 'send', file: 'end' },
      lines: ['constructor.next > running', 'running.sent > file', 'running.cancelled > file'],
    } as const
    const result = compiling(draw(awkward as unknown as Drawing))
    expect(result.ok && start(result.compiled).effects[0]).toMatchObject({ type: 'date', node: 'constructor' })
  })
})

describe('a document that is not one', () => {
  test.each([[null], [42], ['text'], [[]], [undefined]])('%j is refused', (document) => {
    expect(compiling(document).problems).toMatchObject([{ code: 'not-a-document' }])
  })

  test('one of another version says which', () => {
    expect(compiling({ ...plainDocument(), format: 'relance.scenario/2' }).problems).toMatchObject([
      { code: 'unknown-format', path: 'format', values: { found: 'relance.scenario/2' } },
    ])
  })

  test('a field too many, one missing and one of another type are located', () => {
    const document = plainDocument()
    const { name: _, ...nameless } = document
    expect(compiling({ ...nameless, colour: 'red', nodes: [{ ...document.nodes[0], position: 3 }] }).problems).toEqual([
      { severity: 'error', code: 'missing-field', path: 'name' },
      { severity: 'error', code: 'wrong-type', path: 'nodes.0.position', node: 'wait', values: { expected: 'object' } },
      { severity: 'error', code: 'unknown-field', path: '', values: { field: 'colour' } },
    ])
  })

  test('rubbish never makes the compiler fall over', () => {
    fc.assert(
      fc.property(fc.anything(), (document) => {
        expect(compiling(document).ok).toBe(false)
      }),
      { seed, numRuns: 500 },
    )
  })

  test('a right document with one part replaced by rubbish never makes the compiler fall over', () => {
    const damage = fc.tuple(arbitraryScenario(), fc.nat(), fc.oneof(fc.anything(), fc.string(), fc.integer()))
    fc.assert(
      fc.property(damage, ([document, place, rubbish]) => {
        const result = compiling(replaceAt(structuredClone(document), { place, rubbish }))
        if (result.ok) start(result.compiled)
        else expect(result.problems.length).toBeGreaterThan(0)
      }),
      { seed, numRuns: 1_000 },
    )
  })
})

describe('a document that is too much', () => {
  const timed = (document: unknown) => {
    const begun = performance.now()
    const { problems: found } = compiling(document)
    return { found, took: performance.now() - begun }
  }

  test('5 000 steps are refused at once', () => {
    const { found, took } = timed(chain(5_000))
    expect(found).toMatchObject([{ code: 'too-many-nodes', values: { count: 5_000, most: 1_000 } }])
    expect(took).toBeLessThan(1_000)
  })

  test('a thousand steps in a row compile and run in well under a second', () => {
    const begun = performance.now()
    const result = compiling(chain(1_000))
    expect(result.problems).toEqual([])
    if (result.ok) start(result.compiled)
    expect(performance.now() - begun).toBeLessThan(3_000)
  })

  test('a thousand steps in one great loop without a wait are refused in well under a second', () => {
    const { found, took } = timed(chain(1_000, { closed: true }))
    expect(found.map(({ code }) => code)).toEqual(['loop-without-wait', 'path-without-end'])
    expect(took).toBeLessThan(3_000)
  })

  test('text without end and nesting without end are refused', () => {
    expect(timed({ ...plainDocument(), description: 'x'.repeat(6_000_000) }).found).toMatchObject([
      { code: 'too-large' },
    ])
    let nested: unknown = 'end'
    for (let depth = 0; depth < 100_000; depth++) nested = [nested]
    expect(timed({ ...plainDocument(), policy: nested }).found).toMatchObject([{ code: 'too-deep' }])
    const circle = plainDocument()
    circle.policy = circle
    expect(timed(circle).found).toMatchObject([{ code: 'too-deep' }])
  })
})

describe('steps', () => {
  test('an unknown kind, a newer one and a wrong setting are shown at their step', () => {
    const document = plainDocument()
    const [wait, remind, end] = document.nodes
    document.nodes = [
      { ...wait, settings: { days: 1_000 } },
      { ...remind, kind: 'fax' },
      { ...end, kindVersion: 2 },
    ]
    expect(compiling(document).problems).toMatchObject([
      { code: 'too-big', node: 'wait', path: 'nodes.0.settings.days', values: { most: 365 } },
      { code: 'unknown-kind', node: 'remind', values: { kind: 'fax' } },
      { code: 'kind-too-new', node: 'end', values: { found: 2, known: 1 } },
    ])
  })

  test('two steps of one name are told', () => {
    const document = plainDocument()
    document.nodes.push(document.nodes[0]!)
    expect(compiling(document).problems).toMatchObject([{ code: 'duplicate-id', node: 'wait', path: 'nodes.3.id' }])
  })

  test('a wait for the payment has no place before the payment', () => {
    const steps = { ...plain.steps, wait: ['wait', { from: 'paymentDate', days: 1 }] } as const
    expect(problems({ ...plain, steps })).toEqual(['no-payment-yet@wait'])
  })
})

describe('dates', () => {
  const two = (days: number): Drawing => ({
    steps: { ...plain.steps, again: ['wait', { from: 'dueDate', days }], remind2: 'send' },
    lines: [
      'wait.next > remind',
      'remind.sent > again',
      'remind.cancelled > again',
      'again.next > remind2',
      'remind2.sent > end',
      'remind2.cancelled > end',
    ],
  })

  test('a wait for a day that has always passed is worth a warning, not a refusal', () => {
    expect(compiling(draw(two(5)))).toMatchObject({
      ok: true,
      problems: [{ severity: 'warning', code: 'wait-already-over', node: 'again', values: { days: 5, reached: 8 } }],
    })
    expect(problems(two(15))).toEqual([])
  })
})

describe('lines', () => {
  test('an outcome that leads nowhere is told', () => {
    expect(problems({ ...plain, lines: plain.lines.slice(0, 2) })).toEqual(['outcome-not-wired@remind'])
  })

  test('two lines from one outcome, a line from an unknown outcome and a line to nowhere are told', () => {
    const lines = [...plain.lines, 'wait.next > end', 'wait.lost > end', 'remind.error > gone']
    expect(problems({ ...plain, lines })).toEqual(['two-targets@wait', 'unknown-port@wait', 'unknown-target@remind'])
  })

  test('an empty sheet and one without a start are told', () => {
    expect(problems({ steps: {}, lines: [] })).toEqual(['empty@entries.open'])
    const document = { ...plainDocument(), entries: { open: null, paid: null } }
    expect(compiling(document).problems[0]).toMatchObject({ code: 'no-start' })
  })
})

describe('roads', () => {
  test('a step that nothing leads to is told', () => {
    const steps = { ...plain.steps, lost: 'end' } as const
    expect(problems({ ...plain, steps })).toEqual(['unreachable@lost'])
  })

  test('a step both before and after the payment is told', () => {
    expect(problems({ ...plain, paid: 'end' })).toEqual(['in-both-courses@end'])
  })

  test('a road that turns for ever, even with rests, is told', () => {
    const turning = ['rest.next > remind', 'remind.sent > rest', 'remind.cancelled > rest']
    expect(problems({ steps: { rest: ['wait', { days: 7 }], remind: 'send' }, lines: turning })).toEqual([
      'path-without-end@rest',
    ])
  })

  test('a loop that rests seven days each time is fine', () => {
    const steps = { rest: ['wait', { days: 7 }], remind: 'send', end: 'end' } as const
    expect(problems({ steps, lines: ['rest.next > remind', 'remind.sent > end', 'remind.cancelled > rest'] })).toEqual(
      [],
    )
  })

  test.each([
    ['without any wait', { remind: 'send', end: 'end' }, ['remind.sent > end', 'remind.cancelled > remind']],
    [
      'whose wait is for a date that is past from the second turn on',
      { rest: ['wait', { from: 'dueDate', days: 7 }], remind: 'send', end: 'end' },
      ['rest.next > remind', 'remind.sent > end', 'remind.cancelled > rest'],
    ],
    [
      'that rests for no days',
      { rest: ['wait', { days: 0 }], remind: 'send', end: 'end' },
      ['rest.next > remind', 'remind.sent > end', 'remind.cancelled > rest'],
    ],
  ] as [string, Drawing['steps'], string[]][])('a loop %s is told', (_, steps, lines) => {
    expect(problems({ steps, lines })).toEqual([`loop-without-wait@${Object.keys(steps)[0]}`])
  })
})

describe('a formal notice', () => {
  const notice = (steps: Drawing['steps'], ...lines: string[]) =>
    problems({ steps: { ...steps, notice: 'notice', end: 'end' }, lines: [...lines, 'notice.sent > end'] })

  test('cannot be the first step, nor follow a wait that ends on the due date', () => {
    expect(problems({ steps: { notice: 'notice', end: 'end' }, lines: ['notice.sent > end'] })).toEqual([
      'legal-step-too-early@notice',
    ])
    expect(notice({ due: ['wait', { from: 'dueDate', days: 0 }] }, 'due.next > notice')).toEqual([
      'legal-step-too-early@notice',
    ])
    expect(notice({ soon: ['wait', { from: 'issueDate', days: 90 }] }, 'soon.next > notice')).toEqual([
      'legal-step-too-early@notice',
    ])
  })

  test('may follow a wait past the due date, or one on the due date and another of some days', () => {
    expect(notice({ late: ['wait', { from: 'dueDate', days: 1 }] }, 'late.next > notice')).toEqual([])
    const due = { due: ['wait', { from: 'dueDate', days: 0 }], more: ['wait', { days: 8 }] } as const
    expect(notice(due, 'due.next > more', 'more.next > notice')).toEqual([])
  })

  test('may follow a branch for late invoices, but not its other branch', () => {
    const choose = { split: ['choose', { days: 1 }] } as const
    expect(notice(choose, 'split.late > notice', 'split.otherwise > end')).toEqual([])
    expect(notice(choose, 'split.late > end', 'split.otherwise > notice')).toEqual(['legal-step-too-early@notice'])
  })

  test('is too early if a single road leads to it early', () => {
    const steps = { split: ['choose', { days: 1 }], late: ['wait', { from: 'dueDate', days: 5 }] } as const
    expect(notice(steps, 'split.late > late', 'split.otherwise > notice', 'late.next > notice')).toEqual([
      'legal-step-too-early@notice',
    ])
  })
})

describe('words', () => {
  test('a template that is missing or does not render is told in each language', () => {
    const document = { ...plainDocument(), languages: ['fr', 'en'] }
    const templates: TemplatePort = {
      has: ({ language }) => language === 'fr',
      faults: () => ['unknown fact debtor.nam'],
    }
    expect(compiling(document, templates).problems).toMatchObject([
      { code: 'template-fault', node: 'remind', values: { language: 'fr', detail: 'unknown fact debtor.nam' } },
      { code: 'missing-template', node: 'remind', values: { language: 'en', template: 'reminder' } },
    ])
  })
})

/** Steps in a row; `closed` leads the last one back to the first. */
function chain(length: number, { closed = false } = {}): unknown {
  const id = (index: number) => `n${index}`
  const nodes = Array.from({ length }, (_, index) => ({
    id: id(index),
    kind: index === length - 1 && !closed ? 'test-end' : 'test-notice',
    kindVersion: 1,
    settings: {},
    position: { x: 0, y: index },
  }))
  nodes[0] = { ...nodes[0]!, kind: 'test-wait', settings: { from: 'dueDate', days: 1 } }
  const edges = nodes.slice(0, closed ? length : length - 1).map((node, index) => ({
    source: node.id,
    port: index === 0 ? 'next' : 'sent',
    target: id((index + 1) % length),
  }))
  return {
    format: 'relance.scenario/1',
    id: 'long',
    name: 'Long',
    languages: ['fr'],
    entries: { open: 'n0' },
    nodes,
    edges,
  }
}

/** Puts rubbish in the place counted off in the document's parts. */
function replaceAt(document: unknown, { place, rubbish }: { place: number; rubbish: unknown }): unknown {
  const places: [Record<string, unknown>, string][] = []
  const collect = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return
    for (const key of Object.keys(part)) {
      places.push([part as Record<string, unknown>, key])
      collect((part as Record<string, unknown>)[key])
    }
  }
  collect(document)
  const [owner, key] = places[place % places.length]!
  owner[key] = rubbish
  return document
}
