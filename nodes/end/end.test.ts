import { expect, it } from 'vitest'
import { endNode } from './end.node.ts'

const { settings, end, words } = endNode

it('leaves the file open unless told to close it, so that a late payment is still thanked for', () => {
  expect(end(settings.parse({ reason: 'exhausted' }))).toEqual({ reason: 'exhausted', closes: false })
})

it('says on its card why it ends and whether the file is closed', () => {
  expect(words.sentence(settings.parse({ reason: 'litigation', closes: true }))).toEqual({
    fr: 'Passage au contentieux, dossier clos',
    en: 'Handed over to litigation, file closed',
  })
  expect(words.sentence(settings.parse({})).fr).toBe('Suivi repris à la main')
})

it('refuses a reason that no report would know', () => {
  expect(settings.safeParse({ reason: 'fatigue' }).success).toBe(false)
})
