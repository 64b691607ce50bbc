import { expect, test } from 'vitest'
import { runChaos } from './run-chaos.ts'

test('with everything killed once and all told twice, each reminder leaves once, none is lost and none follows a payment', async () => {
  const { lines, breaches, kills, letters } = await runChaos({ files: 25, kills: 6, seed: 11 })
  expect(breaches, lines.join('\n')).toEqual([])
  expect(kills).toBeGreaterThanOrEqual(5)
  expect(letters).toBeGreaterThan(25)
}, 480_000)
