import { describe, expect, test } from 'vitest'
import { copyParts, type Fragment, freshCopy, readFragment } from './clipboard.ts'
import { applyCommand } from './command.ts'
import { smallScenario } from './small-scenario.ts'
import { structureFaults } from './structure-faults.ts'

function copied(text: string): Fragment {
  const fragment = readFragment(text)
  if (typeof fragment === 'string') throw new Error(fragment)
  return fragment
}

const chosen = { nodes: ['send-email-1', 'call-task-1', 'fax-1'], notes: ['note-1'] }

describe('Copying steps', () => {
  test('takes the lines between them along, through a text that any window can paste', () => {
    const document = smallScenario()
    const fragment = copied(JSON.stringify(copyParts(document, chosen)))
    const paste = freshCopy(fragment, { document, shift: { x: 40, y: 40 }, type: 'paste' })
    const applied = applyCommand(document, paste)
    if ('refused' in applied) throw new Error(applied.refused)
    expect(structureFaults(applied.document)).toEqual([])
    expect(applied.document.nodes.map(({ id }) => id)).toContain('send-email-2')
    expect(applied.document.edges).toContainEqual({ source: 'call-task-2', port: 'dispute', target: 'fax-2' })
    expect(applied.document.edges.some(({ source }) => source === 'fax-2')).toBe(false)
    expect(applied.document.nodes.find(({ id }) => id === 'fax-2')?.settings).toEqual({ ink: { left: [1, 2] } })
  })

  test('a copy of a locked step can be moved and changed', () => {
    const document = smallScenario()
    const locked = { ...document, nodes: document.nodes.map((node) => ({ ...node, locked: true as const })) }
    const paste = freshCopy(copyParts(locked, chosen), { document: locked, shift: { x: 0, y: 0 }, type: 'duplicate' })
    expect(paste.nodes.every(({ locked: still }) => still === undefined)).toBe(true)
  })

  test.each([
    ['empty', '  '],
    ['empty', '{"format":"relance.fragment/1","nodes":[],"edges":[],"notes":[]}'],
    ['foreign', 'Bonjour, voici notre RIB'],
    ['damaged', '{"format":"relance.fragment/1"'],
    ['damaged', '{"format":"relance.fragment/1"}'],
    ['damaged', '{"format":"relance.fragment/1","nodes":[{}],"edges":[],"notes":[]}'],
    ['too-new', '{"format":"relance.fragment/2","nodes":[]}'],
    ['too-large', `relance.fragment/1${' '.repeat(5_000_000)}`],
  ])('says that a clipboard is %s and takes nothing of it', (fault, text) => {
    expect(readFragment(text)).toBe(fault)
  })
})
