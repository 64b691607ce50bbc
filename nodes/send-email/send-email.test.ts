import { later } from '@relance/sdk/define-effect'
import { expect, it, vi } from 'vitest'
import { sendEmailEffect } from './send-email.effect.ts'
import { sendEmailNode } from './send-email.node.ts'

const { settings, words, onlyWhenOverdue, templates } = sendEmailNode

async function requestFor(value: object) {
  const request = vi.fn(async () => {})
  const answer = await sendEmailEffect.run({ settings: settings.parse(value), desk: { request } } as never)
  return { answer, request }
}

it('reads as a sentence on its card', () => {
  const value = settings.parse({ template: 'firm-reminder' })
  expect(words.sentence(value)).toEqual({
    fr: 'Relance ferme à la comptabilité',
    en: 'Firm reminder to accounts payable',
  })
  expect(words.sentence({ ...value, template: 'our-own', role: 'buyer' }).fr).toBe("« our-own » à l'acheteur")
})

it('hands the e-mail to the contact desk and waits for its answer', async () => {
  const { answer, request } = await requestFor({ template: 'last-notice', role: 'escalation', level: 4 })
  expect(answer).toBe(later)
  expect(request).toHaveBeenCalledExactlyOnceWith({
    medium: 'email',
    role: 'escalation',
    template: 'last-notice',
    level: 4,
  })
})

it("overrides the scenario's confirmation only when told to", async () => {
  const { request } = await requestFor({ confirmation: 'automatic' })
  expect(request).toHaveBeenCalledWith(expect.objectContaining({ confirmation: 'automatic' }))
})

it('names the text that publishing must find', () => {
  expect(templates?.(settings.parse({}))).toEqual([{ medium: 'email', template: 'reminder-neutral' }])
})

it('holds legal notices until the due date has passed', () => {
  const legal = (template: string) => onlyWhenOverdue?.(settings.parse({ template }))
  expect(legal('formal-notice-copy')).toBe(true)
  expect(legal('last-notice')).toBe(true)
  expect(legal('pre-due-courteous')).toBe(false)
})
