import { describe, expect, test } from 'vitest'
import { actionNames } from './canvas-actions.ts'
import { actionOf, defaultKeys, isFree, keyLabel, sharing } from './key-map.ts'

const press = (key: string, held: { ctrl?: boolean; meta?: boolean; shift?: boolean } = {}) =>
  ({ key, ctrlKey: held.ctrl === true, metaKey: held.meta === true, shiftKey: held.shift === true }) as KeyboardEvent

describe('The keyboard of the canvas', () => {
  test('undoes with Ctrl Z, redoes with Ctrl Shift Z or Ctrl Y, with ⌘ on a Mac', () => {
    expect(actionOf(press('z', { ctrl: true }))).toBe('undo')
    expect(actionOf(press('Z', { ctrl: true, shift: true }))).toBe('redo')
    expect(actionOf(press('y', { ctrl: true }))).toBe('redo')
    expect(actionOf(press('z', { meta: true }))).toBe('undo')
  })

  test('leaves the browser its own keys', () => {
    expect(actionOf(press('r', { ctrl: true }))).toBeUndefined()
    expect(actionOf(press('f', { ctrl: true }))).toBeUndefined()
    expect(actionOf(press('p', { ctrl: true }))).toBeUndefined()
  })

  test('understands « ? » and « + » however the keyboard makes them', () => {
    expect(actionOf(press('?', { shift: true }))).toBe('help')
    expect(actionOf(press('+', { shift: true }))).toBe('zoomIn')
  })

  test('can be changed by whoever prefers other keys', () => {
    expect(actionOf(press('i'), { ...defaultKeys, add: 'i' })).toBe('add')
  })

  test('tells two actions that have the same key of each other', () => {
    const map = { ...defaultKeys, note: 'a' }
    expect(sharing(map, 'note')).toEqual(['add'])
    expect(sharing(map, 'add')).toEqual(['note'])
    expect(sharing(map, 'alignLeft'), 'no key is not a shared key').toEqual([])
    for (const action of actionNames) expect(sharing(defaultKeys, action)).toEqual([])
  })

  test('never gives an action the keys that walk, leave, copy or belong to the browser', () => {
    for (const key of ['ArrowUp', 'Tab', 'Escape', 'mod+c', 'mod+k', 'mod+w', 'shift+Shift', 'g']) {
      expect(isFree(key)).toBe(false)
    }
    for (const action of actionNames) expect(isFree(defaultKeys[action])).toBe(true)
  })

  test('is printed as people name keys', () => {
    expect(keyLabel('mod+shift+z', { mac: false })).toBe('Ctrl ⇧ Z')
    expect(keyLabel('mod+shift+z', { mac: true })).toBe('⌘ ⇧ Z')
    expect(keyLabel('+', { mac: false })).toBe('+')
    expect(keyLabel('mod++', { mac: false })).toBe('Ctrl +')
  })
})
