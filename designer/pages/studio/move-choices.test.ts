import type { ImpactStep } from '@relance/runtime/contract/versions'
import { describe, expect, it } from 'vitest'
import { asBody, countFiles, followUnchanged, movesAsked, suggested } from './move-choices.ts'

const step = (node: string, change: Partial<ImpactStep>): ImpactStep => ({
  ...{ version: 1, node, label: { fr: node, en: node }, files: 10, waiting: 0, parked: 0, paid: false, dates: null },
  fate: 'same',
  suggested: { action: 'follow', to: node },
  ...change,
})
const steps = [
  step('rest', {}),
  step('mail', { fate: 'changed', files: 4 }),
  step('gone', { fate: 'removed', files: 2, suggested: { action: 'move', to: 'rest' } }),
  step('lost', { fate: 'removed', files: 1, suggested: { action: 'park', to: null } }),
]

describe('what becomes of running files', () => {
  it('is to stay, unless somebody chooses otherwise', () => {
    expect(asBody({}, steps)).toEqual([])
    expect(countFiles({}, { files: 17, steps })).toEqual({ stay: 17, move: 0, park: 0 })
  })

  it('may be to follow where the step says the same as before', () => {
    expect(asBody(followUnchanged(steps), steps)).toEqual([{ version: 1, node: 'rest', action: 'follow' }])
  })

  it('may be what is suggested: the files of a deleted step go to the next one, or to a person', () => {
    const choices = suggested(steps)
    expect(asBody(choices, steps).slice(2)).toEqual([
      { version: 1, node: 'gone', action: 'move', to: 'rest' },
      { version: 1, node: 'lost', action: 'park' },
    ])
    expect(countFiles(choices, { files: 20, steps })).toEqual({ stay: 3, move: 16, park: 1 })
    expect(movesAsked(choices)).toBe('1.gone:rest')
  })
})
