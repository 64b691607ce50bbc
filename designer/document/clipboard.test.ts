import { describe, expect, test } from 'vitest'
import { copyParts, freshCopy, readFragment } from './clipboard.ts'
import { applyCommand } from './command.ts'
import { smallScenario } from './small-scenario.ts'
import { structureFaults } from './structure-faults.ts'

const chosen = { nodes: ['send-email-1', 'call-task-1', 'fax-1'], notes: ['note-1'] }

describe('Copying steps', () => {
  test('takes the lines between them along, through a text that any window can paste', () => {
    const document = smallScenario()
    const fragment = readFragment(JSON.stringify(copyParts(document, chosen)))
    const paste = freshCopy(fragment!, { document, shift: { x: 40, y: 40 }, type: 'paste' })
    const applied = applyCommand(document, paste)
    if ('refused' in applied) throw new Error(applied.refused)
    expect(structureFaults(applied.document)).toEqual([])
    expect(applied.document.nodes.map(({ id }) => id)).toContain('send-email-2')
    expect(applied.document.edges).toContainEqual({ source: 'call-task-2', port: 'dispute', target: 'fax-2' })
    expect(applied.document.edges.some(({ source }) => source === 'fax-2')).toBe(false)
    expect(applied.document.nodes.find(({ id }) => id === 'fax-2')?.settings).toEqual({ ink: { left: [1, 2] } })
  })

  test.each([
    '',
    'bonjour',
    '{"format":"relance.fragment/1"}',
    '{"format":"relance.fragment/1","nodes":[{}],"edges":[],"notes":[]}',
  ])('leaves a clipboard that is not ours alone: %j', (text) => {
    expect(readFragment(text)).toBeNull()
  })
})
