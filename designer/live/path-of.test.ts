import { expect, test } from 'vitest'
import { pathOf } from './path-of.ts'

const entry = (node: string | null, at: string) => ({
  ...{ id: at, at, kind: 'waiting', author: 'scenario', node, values: {}, message: null, task: null },
})

test('the path of an invoice runs in the order of time, ends where it stands, and leaves out steps of other versions', () => {
  const entries = [
    entry('mail', '2026-03-09T09:00:00Z'),
    entry('wait', '2026-03-02T09:00:00Z'),
    entry('gone', '2026-03-05T09:00:00Z'),
    entry(null, '2026-03-06T09:00:00Z'),
    entry('mail', '2026-03-10T09:00:00Z'),
  ]
  const { marks, lines } = pathOf(entries, { drawn: new Set(['wait', 'mail', 'end']), say: (at) => at.slice(5, 10) })
  expect(marks).toEqual({
    wait: { date: { text: '03-02', why: null }, trail: 'passed' },
    mail: { date: { text: '03-09', why: null }, trail: 'here' },
  })
  expect([...lines]).toEqual(['wait mail'])
})
