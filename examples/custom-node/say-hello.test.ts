import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkNode } from '@relance/sdk/check-node'
import { expect, it, vi } from 'vitest'
import { effect, node } from './say-hello.ts'

it('is a whole step in 25 lines', () => {
  const source = readFileSync(join(import.meta.dirname, 'say-hello.ts'), 'utf8')
  expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(25)
  expect(checkNode(node)).toEqual([])
})

it('greets in the log and goes on', async () => {
  const log = vi.fn()
  expect(await effect.run({ settings: node.settings.parse({}), log } as never)).toBe('done')
  expect(log).toHaveBeenCalledWith('Hello Paris')
})
