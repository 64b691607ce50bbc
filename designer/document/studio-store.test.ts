import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyCommand } from './any-command.ts'
import { smallScenario } from './small-scenario.ts'
import { structureFaults } from './structure-faults.ts'
import { createStudioStore, isUnsaved } from './studio-store.ts'

const seed = 20261014

function studio() {
  const store = createStudioStore({ document: smallScenario(), revision: 1, at: null })
  return { store, now: () => store.getSnapshot().context }
}

describe('Undo', () => {
  test('taking everything back returns to the opened document, doing everything again to the last one', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 20 }), (commands) => {
        const { store, now } = studio()
        for (const command of commands) store.trigger.did({ command })
        const last = now().document
        for (const _ of commands) store.trigger.undone()
        expect(now().document).toEqual(smallScenario())
        for (const _ of commands) store.trigger.redone()
        expect(now().document).toEqual(last)
      }),
      { seed, numRuns: 300 },
    )
  })

  test('any mixture of edits, undo and redo leaves a valid document and a selection that exists', () => {
    const act = fc.oneof(
      { weight: 3, arbitrary: anyCommand },
      { weight: 1, arbitrary: fc.constantFrom('undone' as const, 'redone' as const) },
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const { store, now } = studio()
        store.trigger.selected({ nodes: ['wait-1', 'fax-1'] })
        for (const one of acts) {
          if (typeof one === 'string') store.trigger[one]()
          else store.trigger.did({ command: one, merge: one.type })
          const { document, selection } = now()
          expect(structureFaults(document)).toEqual([])
          expect(scenarioDocumentSchema.safeParse(document).success).toBe(true)
          for (const id of selection.nodes) expect(document.nodes.map((node) => node.id)).toContain(id)
        }
      }),
      { seed, numRuns: 300 },
    )
  })

  test('a title typed letter by letter is taken back in one step', () => {
    const { store, now } = studio()
    for (const label of ['R', 'Re', 'Rel', 'Relance']) {
      store.trigger.did({ command: { type: 'rename', node: 'wait-1', label }, merge: 'rename wait-1' })
    }
    expect(now().history.past).toHaveLength(1)
    store.trigger.undone()
    expect(now().document).toEqual(smallScenario())
  })

  test('jumping to any point of the history is the same as taking back or doing again up to it', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 15 }), fc.nat(20), fc.nat(20), (commands, first, second) => {
        const { store, now } = studio()
        const documents = [now().document]
        for (const command of commands) {
          const before = now().history.past.length
          store.trigger.did({ command })
          if (now().history.past.length > before) documents.push(now().document)
        }
        for (const wanted of [first, second]) {
          const done = Math.min(wanted, documents.length - 1)
          store.trigger.travelled({ done: wanted })
          expect(now().history.past).toHaveLength(done)
          expect(now().document).toEqual(documents[done])
        }
      }),
      { seed, numRuns: 200 },
    )
  })

  test('choosing another step ends the typing: the next word is a step of its own', () => {
    const { store, now } = studio()
    store.trigger.did({ command: { type: 'rename', node: 'wait-1', label: 'A' }, merge: 'rename wait-1' })
    store.trigger.selected({ nodes: ['wait-1'] })
    store.trigger.did({ command: { type: 'rename', node: 'wait-1', label: 'AB' }, merge: 'rename wait-1' })
    expect(now().history.past).toHaveLength(2)
  })

  test('a refused edit changes nothing, says why and leaves nothing to take back', () => {
    const { store, now } = studio()
    const before = now().document
    store.trigger.did({ command: { type: 'rename', node: 'nowhere', label: 'x' } })
    expect(now().document).toBe(before)
    expect(now().refused).toBe('unknown-node')
    expect(now().history.past).toHaveLength(0)
  })
})

describe('Saving', () => {
  test('an edit made while the draft is being saved is still unsaved when the answer comes', () => {
    const { store, now } = studio()
    store.trigger.did({ command: { type: 'describe', name: 'Un' } })
    const sent = now().document
    store.trigger.saving()
    store.trigger.did({ command: { type: 'describe', name: 'Deux' } })
    store.trigger.stored({ document: sent, revision: 2, at: null })
    expect(isUnsaved(now())).toBe(true)
    expect(now().save.revision).toBe(2)
  })

  test('taking back what was saved makes the draft unsaved again, and doing it again saved', () => {
    const { store, now } = studio()
    store.trigger.did({ command: { type: 'describe', name: 'Un' } })
    store.trigger.stored({ document: now().document, revision: 2, at: null })
    store.trigger.undone()
    expect(isUnsaved(now())).toBe(true)
  })

  describe('After a conflict', () => {
    const theirs = { document: { ...smallScenario(), name: 'Leur nom' }, revision: 7, at: '2026-11-27T20:00:00Z' }
    function conflict() {
      const opened = studio()
      opened.store.trigger.did({ command: { type: 'describe', name: 'Mon nom' } })
      opened.store.trigger.saveFailed({ state: 'conflict' })
      return opened
    }

    test('keeping ours saves over the revision of the others, and theirs can be had back', () => {
      const { store, now } = conflict()
      store.trigger.keptOurs(theirs)
      expect(now().document.name).toBe('Mon nom')
      expect([isUnsaved(now()), now().save.revision]).toEqual([true, 7])
      store.trigger.undone()
      expect(now().document).toEqual(theirs.document)
    })

    test('taking theirs leaves nothing to save, and ours can be had back', () => {
      const { store, now } = conflict()
      store.trigger.tookTheirs(theirs)
      expect(now().document).toEqual(theirs.document)
      expect([isUnsaved(now()), now().save.revision]).toEqual([false, 7])
      store.trigger.undone()
      expect(now().document.name).toBe('Mon nom')
    })
  })
})
