import { policySchema } from '@relance/sdk/scenario-document'
import { expect, test } from 'vitest'
import { frenchHolidays } from './french-holidays.ts'
import { whyMoved } from './why-moved.ts'

const calendar = { zone: 'Europe/Paris', hours: policySchema.parse({}).contactHours, holidays: frenchHolidays }
const why = (wished: string, at: string, now = '2026-04-01T08:00:00Z') => whyMoved({ ...calendar, wished, at, now })

test('a reminder that leaves on the day that was meant needs no reason', () => {
  expect(why('2026-04-07', '2026-04-07T08:00:00Z')).toBeNull()
})

test('Easter Monday is a holiday, the Sunday before it a day without contacts', () => {
  expect(why('2026-04-06', '2026-04-07T08:00:00Z')).toBe('holiday')
  expect(why('2026-04-05', '2026-04-07T08:00:00Z')).toBe('closed-day')
})

test('what comes after hours leaves the next day', () => {
  expect(why('2026-04-07', '2026-04-08T08:00:00Z')).toBe('outside-hours')
})

test('a date that lay behind when it was asked for is told as past, holiday or not', () => {
  expect(why('2026-04-06', '2026-05-04T08:00:00Z', '2026-05-02T08:00:00Z')).toBe('already-past')
})
