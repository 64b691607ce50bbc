import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode } from '@relance/sdk/check-node'
import { describe, expect, it } from 'vitest'
import { effects } from './effects.ts'
import { faces } from './faces.ts'
import { registry } from './registry.ts'

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['sdk', 'node_modules'].includes(entry.name))
  .map(({ name }) => name)

it('lists every folder as a kind, and no kind without a folder', () => {
  expect(registry.list.map(({ kind }) => kind).toSorted()).toEqual(folders.toSorted())
})

describe.each(folders)('the kind %s', (kind) => {
  const definition = registry.get(kind)!
  const has = (file: string) => existsSync(join(import.meta.dirname, kind, file))

  it('keeps the contract: form, words in both languages, ports, defaults', () => {
    expect(checkNode(definition)).toEqual([])
  })

  it('acts only if it is an act', () => {
    expect(effects.has(kind)).toBe(definition.shape === 'act')
    expect(has(`${kind}.effect.ts`)).toBe(definition.shape === 'act')
  })

  it('has a face for the drawing', () => {
    expect(faces.get(kind)).toMatchObject({ kind, colour: expect.any(String) })
  })

  it('is explained in French and in English, and tested', () => {
    const readme = readFileSync(join(import.meta.dirname, kind, 'README.md'), 'utf8')
    expect(readme).toMatch(/^# .+ · .+\n\n\*\*FR\.\*\* .+\n\n\*\*EN\.\*\* .+/)
    expect(has(`${kind}.test.ts`)).toBe(true)
  })
})
