import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { discoverNodes, extendRegistry } from './discover.ts'
import { registry } from './registry.ts'

const repository = join(import.meta.dirname, '..')
let project: string

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'relance-discover-'))
  mkdirSync(join(project, 'node_modules', '.bin'), { recursive: true })
})
afterEach(() => rmSync(project, { recursive: true }))

function install(name: string, { manifest = {}, source }: { manifest?: object; source?: string }) {
  const folder = join(project, 'node_modules', name)
  mkdirSync(folder, { recursive: true })
  const whole = { name, version: '1.0.0', keywords: ['relance-node'], relance: { module: './node.mjs' }, ...manifest }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(whole))
  if (source !== undefined) writeFileSync(join(folder, 'node.mjs'), source)
}

it("finds the example's package once it is installed, and only packages that carry the keyword", async () => {
  const folder = join(project, 'node_modules', 'relance-node-say-hello')
  cpSync(join(repository, 'examples', 'custom-node'), folder, { recursive: true })
  for (const name of ['@relance', 'zod'])
    symlinkSync(join(repository, 'node_modules', name), join(project, 'node_modules', name))
  const discovery = await discoverNodes(project, { known: registry })
  expect(discovery.problems).toEqual([])
  expect(discovery.found.map(({ package: name, node }) => [name, node.kind])).toEqual([
    ['relance-node-say-hello', 'say-hello'],
  ])
  expect(extendRegistry(registry, discovery).get('say-hello')).toBe(discovery.found[0]?.node)
})

it('leaves a faulty package out, says why, and starts all the same', async () => {
  install('@acme/no-module', { manifest: { relance: {} } })
  install('escapes', { manifest: { relance: { module: '../../secret.mjs' } } })
  install('throws', { source: 'throw new Error("broken at load")' })
  install('empty', { source: 'export const other = 1' })
  install('unrelated', { manifest: { keywords: ['left-pad'] }, source: 'throw new Error("never loaded")' })
  const { found, problems } = await discoverNodes(project, { known: registry })
  expect(found).toEqual([])
  expect(problems).toEqual([
    { package: '@acme/no-module', code: 'no-module', detail: '' },
    { package: 'empty', code: 'no-node', detail: '' },
    { package: 'escapes', code: 'no-module', detail: '' },
    { package: 'throws', code: 'load-failed', detail: 'broken at load' },
  ])
})

it('has nothing to say about a project without node_modules', async () => {
  expect(await discoverNodes(join(project, 'nowhere'), { known: registry })).toEqual({ found: [], problems: [] })
})
