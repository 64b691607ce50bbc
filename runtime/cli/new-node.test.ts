import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode } from '@relance/sdk/check-node'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { scaffoldNode } from './new-node.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(import.meta.dirname, 'scaffold-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('writes a step in the house format that keeps the contract and works at once', async () => {
  const paths = scaffoldNode('send-postcard', { folder, locale: 'fr' })
  const { sendPostcardNode } = await import(paths.find((path) => path.endsWith('.node.ts'))!)
  const { sendPostcardEffect } = await import(paths.find((path) => path.endsWith('.effect.ts'))!)
  expect(checkNode(sendPostcardNode)).toEqual([])
  const settings = sendPostcardNode.settings.parse({})
  expect(await sendPostcardEffect.run({ settings, log: vi.fn() })).toBe('done')
  expect(readFileSync(join(folder, 'send-postcard', 'README.md'), 'utf8')).toContain('**FR.**')
  scaffoldNode('a-name-of-24-characters', { folder, locale: 'fr' })
  execFileSync('npx', ['biome', 'check', folder], { stdio: 'pipe' })
}, 30_000)

it.each(['Postcard', '../escape', 'a_b', '', 'node-', 'x'.repeat(25)])(
  'refuses the name "%s" and writes nothing',
  (name) => {
    expect(() => scaffoldNode(name, { folder, locale: 'fr' })).toThrow(/minuscules/)
    expect(readdirSync(folder)).toEqual([])
  },
)

it('never writes over a step that exists', () => {
  const [first] = scaffoldNode('send-postcard', { folder, locale: 'en' })
  writeFileSync(first!, 'my own work')
  expect(() => scaffoldNode('send-postcard', { folder, locale: 'en' })).toThrow(/already exists/)
  expect(readFileSync(first!, 'utf8')).toBe('my own work')
})
