import { limits, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCommand } from './any-command.ts'
import { applyChanges, invertChanges } from './change.ts'
import { applyCommand, type Command } from './command.ts'
import { smallScenario } from './small-scenario.ts'
import { structureFaults } from './structure-faults.ts'

const seed = 20261014

function done(command: Command, document = smallScenario()) {
  const applied = applyCommand(document, command)
  if ('refused' in applied) throw new Error(`refused: ${applied.refused}`)
  return applied.document
}

describe('Whatever is done to a scenario', () => {
  test('taking one edit back returns exactly the document that was there', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 12 }), anyCommand, (before, command) => {
        const document = before.reduce((at, one) => {
          const applied = applyCommand(at, one)
          return 'refused' in applied ? at : applied.document
        }, smallScenario())
        const applied = applyCommand(document, command)
        if ('refused' in applied) return
        expect(applyChanges(applied.document, invertChanges(applied.changes))).toEqual(document)
        expect(applyChanges(document, applied.changes)).toEqual(applied.document)
      }),
      { seed, numRuns: 1_500 },
    )
  })

  test('the document stays valid against its schema, with no loose line and no shared id', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 25 }), (commands) => {
        let document = smallScenario()
        for (const command of commands) {
          const applied = applyCommand(document, command)
          if ('refused' in applied) continue
          document = applied.document
          expect(structureFaults(document)).toEqual([])
          expect(scenarioDocumentSchema.safeParse(document).success).toBe(true)
        }
      }),
      { seed, numRuns: 500 },
    )
  })

  test('a command never writes into the document that it was given', () => {
    fc.assert(
      fc.property(anyCommand, (command) => {
        const document = smallScenario()
        applyCommand(document, command)
        expect(document).toEqual(smallScenario())
      }),
      { seed, numRuns: 500 },
    )
  })
})

describe('Editing a scenario', () => {
  test('a step put on a line takes over its target with every outcome that must lead somewhere', () => {
    const document = done({
      type: 'add-node',
      node: {
        id: 'send-email-2',
        kind: 'send-email',
        kindVersion: 1,
        settings: {},
        position: { x: 0, y: 80 },
        label: '',
      },
      after: { source: 'wait-1', ports: ['next'] },
      before: 'send-email-1',
      ports: ['sent', 'cancelled'],
    })
    expect(document.edges).toContainEqual({ source: 'wait-1', port: 'next', target: 'send-email-2' })
    expect(document.edges).toContainEqual({ source: 'send-email-2', port: 'sent', target: 'send-email-1' })
    expect(document.edges).toContainEqual({ source: 'send-email-2', port: 'cancelled', target: 'send-email-1' })
  })

  test('leading an outcome elsewhere replaces its line: an outcome has one line', () => {
    const document = done({ type: 'connect', source: 'call-task-1', ports: ['dispute'], target: 'end-1' })
    expect(document.edges.filter(({ source, port }) => source === 'call-task-1' && port === 'dispute')).toEqual([
      { source: 'call-task-1', port: 'dispute', target: 'end-1' },
    ])
  })

  test('deleting a step in the middle keeps the road: the lines before it lead to the step after it', () => {
    const document = done({ type: 'delete', nodes: ['send-email-1'], heal: { 'send-email-1': 'call-task-1' } })
    expect(document.edges).toContainEqual({ source: 'wait-1', port: 'next', target: 'call-task-1' })
  })

  test('deleting the first step makes the next one the first', () => {
    expect(done({ type: 'delete', nodes: ['wait-1'], heal: { 'wait-1': 'send-email-1' } }).entries.open).toBe(
      'send-email-1',
    )
    expect(done({ type: 'delete', nodes: ['wait-1'] }).entries.open).toBeNull()
  })

  test('deleting steps that follow each other in a circle leaves no line to nowhere', () => {
    const circle = { 'send-email-1': 'call-task-1', 'call-task-1': 'send-email-1' }
    const document = done({ type: 'delete', nodes: ['send-email-1', 'call-task-1'], heal: circle })
    expect(structureFaults(document)).toEqual([])
  })

  test('an outcome that a setting removes takes its line along, the others stay', () => {
    const document = done({ type: 'set-settings', node: 'call-task-1', settings: {}, ports: ['no-answer'] })
    expect(document.edges.filter(({ source }) => source === 'call-task-1').map(({ port }) => port)).toEqual([
      'no-answer',
    ])
  })

  test('a step of an unknown kind keeps its settings, version and lines through other edits', () => {
    const document = done({ type: 'move', nodes: { 'wait-1': { x: 5, y: 5 } } })
    expect(document.nodes.find(({ id }) => id === 'fax-1')).toEqual(smallScenario().nodes[3])
    expect(document.edges).toContainEqual({ source: 'fax-1', port: 'received', target: 'end-1' })
  })

  describe('A locked step', () => {
    const locked = done({ type: 'lock', nodes: ['send-email-1'] })

    test.each<Command>([
      { type: 'rename', node: 'send-email-1', label: 'Autre' },
      { type: 'set-settings', node: 'send-email-1', settings: { template: 'autre' } },
      { type: 'move', nodes: { 'send-email-1': { x: 9, y: 9 } } },
      { type: 'delete', nodes: ['send-email-1', 'wait-1'] },
    ])('is not changed by $type', (command) => {
      expect(applyCommand(locked, command)).toEqual({ refused: 'locked' })
    })

    test('stays in its place while the others are moved with it', () => {
      const nodes = { 'send-email-1': { x: 9, y: 9 }, 'wait-1': { x: 9, y: 9 } }
      const moved = done({ type: 'move', nodes }, locked)
      expect(moved.nodes.map(({ position }) => position).slice(0, 2)).toEqual([
        { x: 9, y: 9 },
        { x: 0, y: 160 },
      ])
    })

    test('can be led elsewhere, and is as before once unlocked', () => {
      done({ type: 'connect', source: 'send-email-1', ports: ['sent'], target: 'end-1' }, locked)
      expect(done({ type: 'unlock', nodes: ['send-email-1'] }, locked)).toEqual(smallScenario())
    })

    test('gives way to another drawing that is taken up whole', () => {
      expect(done({ type: 'restore', document: smallScenario() }, locked)).toEqual(smallScenario())
    })
  })

  test.each<[string, Command]>([
    ['unknown-node', { type: 'rename', node: 'nowhere', label: 'x' }],
    ['invalid-value', { type: 'rename', node: 'wait-1', label: 'x'.repeat(201) }],
    ['invalid-value', { type: 'describe', name: '' }],
    ['invalid-value', { type: 'move', nodes: { 'wait-1': { x: Number.NaN, y: 0 } } }],
    ['nothing-to-do', { type: 'move', nodes: { 'wait-1': { x: 0, y: 0 } } }],
    ['unknown-note', { type: 'set-note', note: 'note-9', text: '' }],
  ])('what cannot be done is refused as %s', (code, command) => {
    expect(applyCommand(smallScenario(), command)).toEqual({ refused: code })
  })

  test('a scenario never grows past the limit of the format', () => {
    const node = smallScenario().nodes[0]!
    const nodes = Array.from({ length: limits.nodes }, (_, at) => ({ ...node, id: `copy-${at}` }))
    expect(applyCommand(smallScenario(), { type: 'paste', nodes, edges: [], notes: [] })).toEqual({
      refused: 'too-many-nodes',
    })
  })
})
