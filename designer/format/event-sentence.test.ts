import type { TimelineEntry } from '@relance/runtime/contract/invoices'
import { expect, test } from 'vitest'
import { eventSentence } from './event-sentence.ts'

const paris = { zone: 'Europe/Paris', now: new Date('2026-10-12T08:00:00Z') }
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

function entry(kind: string, values: TimelineEntry['values'] = {}): TimelineEntry {
  return { id: 'e', at: '2026-10-12T08:00:00Z', kind, author: 'relance', node: null, values, message: null, task: null }
}

test('a delay says when and why', () => {
  const deferred = entry('message-deferred', { until: '2026-10-13T07:40:00Z', reason: 'recent-contact' })
  expect(plain(eventSentence(deferred, { locale: 'fr', ...paris }))).toBe(
    'Reporté au mar. 13 oct. 9 h 40 : le dernier contact est trop récent',
  )
  expect(plain(eventSentence(deferred, { locale: 'en', ...paris }))).toBe(
    'Put off to Tue 13 Oct 9:40 am: the last contact is too recent',
  )
})

test('a delay for a recent contact says how long ago that was', () => {
  const values = { until: '2026-10-13T07:40:00Z', reason: 'recent-contact', contactDays: 2 }
  expect(plain(eventSentence(entry('message-deferred', values), { locale: 'fr', ...paris }))).toBe(
    'Reporté au mar. 13 oct. 9 h 40 : le dernier contact est trop récent (il y a 2 jours)',
  )
  expect(plain(eventSentence(entry('message-deferred', values), { locale: 'en', ...paris }))).toBe(
    'Put off to Tue 13 Oct 9:40 am: the last contact is too recent (2 days ago)',
  )
})

test('all sending stopped is said on the file that waits', () => {
  const held = entry('file-held', { reason: 'held-everything' })
  expect(plain(eventSentence(held, { locale: 'fr', ...paris }))).toBe(
    'Dossier en attente : tous les envois sont arrêtés',
  )
  expect(eventSentence(held, { locale: 'en', ...paris })).toBe('File waiting: all sending is stopped')
})

test('a payment tells its amount in the currency of the invoice', () => {
  const paid = entry('payment-recorded', { amount: 120_000, currency: 'EUR', date: '2026-10-12', open: 3_456 })
  expect(plain(eventSentence(paid, { locale: 'fr', ...paris }))).toBe(
    'Règlement de 1 200,00 € reçu le lun. 12 oct. 2026, reste 34,56 €',
  )
})

test('what an entry does not say leaves no hole in the sentence', () => {
  const opened = entry('file-started', { scenario: 'TPE' })
  expect(plain(eventSentence(opened, { locale: 'fr', ...paris }))).toBe('Dossier ouvert : scénario « TPE »')
  expect(eventSentence(entry('chosen', { branch: 'plus de 30 jours' }), { locale: 'fr', ...paris })).not.toContain('{')
})

test('a code from another catalogue is said in words', () => {
  const dispute = entry('dispute-opened', { reason: 'price' })
  const words = (code: string) => (code === 'price' ? 'prix contesté' : undefined)
  expect(plain(eventSentence(dispute, { locale: 'fr', ...paris, words }))).toBe(
    'Litige ouvert : prix contesté. Relances suspendues.',
  )
})

test('a message for two invoices speaks of invoices in the plural', () => {
  const prepared = entry('message-prepared', { to: 'Nadia Ferhat', invoices: 2, plannedAt: '2026-10-13T07:40:00Z' })
  expect(plain(eventSentence(prepared, { locale: 'fr', ...paris }))).toContain('2 factures')
  const single = entry('message-prepared', { to: 'Nadia Ferhat', invoices: 1, plannedAt: '2026-10-13T07:40:00Z' })
  expect(plain(eventSentence(single, { locale: 'en', ...paris }))).toContain('1 invoice,')
})

test('a kind that this version does not know is shown by its code rather than hidden', () => {
  expect(eventSentence(entry('agency-called'), { locale: 'fr', ...paris })).toBe('agency-called')
})
