import { expect, it } from 'vitest'
import { waitNode } from './wait.node.ts'

const { settings, moment, words } = waitNode

it('says in words how long it waits', () => {
  const sentence = (value: object) => words.sentence(settings.parse(value)).fr
  expect(sentence({})).toBe("8 jours après l'échéance")
  expect(sentence({ days: 1, direction: 'before' })).toBe("1 jour avant l'échéance")
  expect(sentence({ days: 5, unit: 'working', from: 'previousStep' })).toBe("5 jours ouvrés après l'étape précédente")
  expect(sentence({ days: 0 })).toBe("le jour de l'échéance")
  expect(sentence({ days: 0, from: 'paymentDate' })).toBe('le jour du règlement')
})

it('asks for a moment before the due date as a negative count', () => {
  const value = settings.parse({ days: 5, unit: 'working', direction: 'before' })
  expect(moment(value)).toEqual({ from: 'dueDate', days: -5, unit: 'working' })
})

it('refuses to wait before a payment, whose date nobody knows ahead', () => {
  const result = settings.safeParse({ days: 2, direction: 'before', from: 'paymentDate' })
  expect(result.error?.issues).toMatchObject([{ path: ['direction'], message: 'before-unknown-date' }])
})

it('refuses half days, negative days and more than a year', () => {
  for (const days of [1.5, -1, 366]) expect(settings.safeParse({ days }).success).toBe(false)
})
