import { registry } from '@relance/nodes/registry'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { describe, expect, test } from 'vitest'
import { drawScenario } from '../../canvas/geometry/draw-scenario.ts'
import { applyCommand, type Command } from '../command.ts'
import { createReader } from '../node-reading.ts'
import { smallScenario } from '../small-scenario.ts'
import { addStep } from './add-step.ts'
import { removeParts } from './remove-parts.ts'
import { walk } from './walk.ts'

const read = createReader(registry)
const kind = (name: string) => registry.get(name)!

function done(document: ScenarioDocument, command: Command): ScenarioDocument {
  const applied = applyCommand(document, command)
  if ('refused' in applied) throw new Error(applied.refused)
  return applied.document
}

describe('Adding a step', () => {
  test('to an empty scenario makes it the first one, with what its kind proposes', () => {
    const empty = { ...smallScenario(), nodes: [], edges: [], entries: { open: null, paid: null } }
    const document = done(empty, addStep({ document: empty, definition: kind('wait'), read, after: { entry: 'open' } }))
    expect(document.entries.open).toBe('wait-1')
    expect(document.nodes[0]?.settings).toMatchObject({ days: 8, from: 'dueDate' })
  })

  test('on a line leads every outcome of a call to the step that followed, and makes room for it', () => {
    const before = smallScenario()
    const after = { source: 'wait-1', ports: ['next'] }
    const document = done(before, addStep({ document: before, definition: kind('call-task'), read, after }))
    const leaving = document.edges.filter(({ source }) => source === 'call-task-2')
    expect(leaving).toHaveLength(7)
    expect(new Set(leaving.map(({ target }) => target))).toEqual(new Set(['send-email-1']))
    const y = (id: string) => document.nodes.find((node) => node.id === id)!.position.y
    expect(y('send-email-1')).toBeGreaterThan(y('call-task-2') + 80)
    expect(y('wait-1')).toBe(0)
  })

  test('in the first place before others keeps what was first behind it', () => {
    const before = smallScenario()
    const document = done(
      before,
      addStep({ document: before, definition: kind('wait'), read, after: { entry: 'open' } }),
    )
    expect(document.entries.open).toBe('wait-2')
    expect(document.edges).toContainEqual({ source: 'wait-2', port: 'next', target: 'wait-1' })
  })
})

describe('Deleting a step', () => {
  test('closes the road along its usual outcome', () => {
    const before = smallScenario()
    const document = done(before, removeParts(before, { selection: { nodes: ['call-task-1'], notes: [] }, read }))
    expect(document.edges).toContainEqual({ source: 'send-email-1', port: 'sent', target: 'end-1' })
  })
})

describe('The arrow keys', () => {
  const { cards } = drawScenario(smallScenario(), { read })
  test('follow the main road down and up, and exceptions to the right and back', () => {
    expect(walk('wait-1', { direction: 'down', cards })).toBe('send-email-1')
    expect(walk('send-email-1', { direction: 'up', cards })).toBe('wait-1')
    expect(walk('call-task-1', { direction: 'right', cards })).toBe('fax-1')
    expect(walk('fax-1', { direction: 'left', cards })).toBe('call-task-1')
    expect(walk('wait-1', { direction: 'up', cards })).toBeNull()
  })
})
