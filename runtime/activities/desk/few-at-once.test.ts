import { expect, it } from 'vitest'
import { fewAtOnce } from './few-at-once.ts'

it('lets the next one in when somebody leaves, in the order of their coming', async () => {
  const door = fewAtOnce({ size: 1, patience: 1_000 })
  expect(await door.enter()).toBe(true)
  const order: string[] = []
  const second = door.enter().then(() => order.push('second'))
  const third = door.enter().then(() => order.push('third'))
  door.leave()
  await second
  door.leave()
  await third
  expect(order).toEqual(['second', 'third'])
})

it('sends away who has waited too long, and keeps the place for the next', async () => {
  const door = fewAtOnce({ size: 1, patience: 10 })
  await door.enter()
  expect(await door.enter()).toBe(false)
  door.leave()
  expect(await door.enter()).toBe(true)
})
