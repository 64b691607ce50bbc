import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectDatabase, disconnectDatabase } from '../../models/connect-database.ts'
import { Debtor } from '../../models/debtor.ts'
import { databaseUri } from '../../testing/database-uri.ts'
import { writeDebtor, writeEntity, writeInvoice } from '../testing/company.ts'
import { readDesk } from './desk-view.ts'
import { renderMessage } from './render-message.ts'

beforeAll(() => connectDatabase(databaseUri('render')))
afterAll(() => disconnectDatabase())

const letter = {
  ...{ medium: 'email', template: 'formal-notice-copy', language: 'fr', currency: 'EUR' },
  ...{ role: 'accounts-payable', requests: [] },
} as const

async function formalNotice(debtor: string, now: string): Promise<string> {
  const view = await readDesk(debtor, { about: [], now: new Date(now) })
  return (await renderMessage(letter, view)).text.replace(/[\u00a0\u202f]/g, ' ')
}

it('a formal notice states the principal, and apart from it the penalties and 40 EUR once per invoice', async () => {
  await writeEntity()
  const { id: debtor } = await writeDebtor()
  for (const changes of [
    { dueDate: '2025-05-31', amount: 1_200_000 },
    { dueDate: '2025-09-10', amount: 100_000 },
  ]) {
    await writeInvoice(debtor, { ...changes, issueDate: '2025-05-01', open: changes.amount })
  }
  const text = await formalNotice(debtor, '2025-09-15T10:00:00Z')
  expect(text).toContain('la somme de 13 000,00 € en principal')
  expect(text).toContain('Pénalités de retard au 15 septembre 2025 (taux annuel : 13,15 % et 12,15 %) : 438,94 €')
  expect(text).toContain('Indemnité forfaitaire de recouvrement (40 € par facture) : 80,00 €')
})

it('the deadline of a notice is a working day where the debtor is', async () => {
  const { id: debtor } = await writeDebtor()
  await writeInvoice(debtor, { issueDate: '2026-01-01', dueDate: '2026-01-31' })
  await Debtor.updateOne({ _id: debtor }, { $set: { postalCode: '67000' } })
  expect(await formalNotice(debtor, '2026-03-26T10:00:00Z')).toContain('au plus tard le 7 avril 2026')
  await Debtor.updateOne({ _id: debtor }, { $set: { postalCode: '54000' } })
  expect(await formalNotice(debtor, '2026-03-26T10:00:00Z')).toContain('au plus tard le 3 avril 2026')
})

it('a letter to an insolvent customer claims nothing of before the judgment, and penalties on what came after it', async () => {
  const { id: debtor } = await writeDebtor()
  await writeInvoice(debtor, { issueDate: '2026-01-01', dueDate: '2026-01-31', open: 900_000, amount: 900_000 })
  await writeInvoice(debtor, { issueDate: '2026-01-20', dueDate: '2026-02-20' })
  const insolvency = { proceedings: 'receivership', judgedOn: '2026-01-10', declareBy: '2026-03-10' }
  await Debtor.updateOne({ _id: debtor }, { $set: { insolvency } })
  const text = await formalNotice(debtor, '2026-03-26T10:00:00Z')
  expect(text).toContain('la somme de 1 000,00 € en principal')
  expect(text).toContain('Indemnité forfaitaire de recouvrement (40 € par facture) : 40,00 €')
})
