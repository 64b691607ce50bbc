import { describe, expect, test } from 'vitest'
import { applyCommand, type Command } from './command.ts'
import { smallScenario } from './small-scenario.ts'
import { subjectsOf } from './subjects.ts'

function about(command: Command): string[] {
  const applied = applyCommand(smallScenario(), command)
  if ('refused' in applied) throw new Error(applied.refused)
  return subjectsOf(applied.changes, applied.document).map(({ id }) => id)
}

describe('An edit is named after the steps that it was about', () => {
  const node = { ...smallScenario().nodes[0]!, id: 'wait-2' }

  test('the step that was added, not those that gave way to it', () => {
    const moved = { 'end-1': { x: 0, y: 900 } }
    expect(about({ type: 'add-node', node, after: { source: 'wait-1', ports: ['next'] }, moved })).toEqual(['wait-2'])
  })

  test('the steps that were deleted, although they are gone', () => {
    expect(about({ type: 'delete', nodes: ['send-email-1'], heal: { 'send-email-1': 'call-task-1' } })).toEqual([
      'send-email-1',
    ])
  })

  test('both ends of a line that was drawn, and the step that now comes first', () => {
    expect(about({ type: 'connect', source: 'fax-1', ports: ['received'], target: 'wait-1' })).toEqual([
      'fax-1',
      'wait-1',
    ])
    expect(about({ type: 'set-entry', entry: 'paid', node: 'end-1' })).toEqual(['end-1'])
  })

  test('nobody, where a rule of the whole scenario changed', () => {
    expect(about({ type: 'describe', name: 'Autre nom' })).toEqual([])
  })
})
