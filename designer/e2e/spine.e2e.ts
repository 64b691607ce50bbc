import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Mailbox, mailbox } from '../../runtime/testing/mailbox.ts'
import { type RunningRelance, startRelance } from '../../runtime/testing/start-relance.ts'
import { openBrowser, openWindow } from './browser.ts'
import { importPage } from './pages/import-page.ts'
import { invoicePage } from './pages/invoice-page.ts'
import { messagesPage } from './pages/messages-page.ts'
import { paymentsPage } from './pages/payments-page.ts'
import { scenarioList } from './pages/scenario-list.ts'
import { studio } from './pages/studio.ts'

let home: string
let relance: RunningRelance
let browser: Browser
let catcher: Mailbox

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'relance-spine-'))
  relance = await startRelance(home)
  browser = await openBrowser()
  const session = (await (await fetch(`${relance.page}/api/session`)).json()) as { mailUrl: string }
  catcher = mailbox(session.mailUrl)
})

afterAll(async () => {
  await browser?.close()
  await relance?.signal('SIGINT')
  await rm(home, { recursive: true, force: true })
})

const customer = 'Menuiserie Vaubrun'
const address = 'nadia.vaubrun@menuiserie-vaubrun.example'
const number = 'FA-ESSAI-1'
const amount = '1 234,56 €'

const customers = ['Entité;Code client;Raison sociale;Segment;Pays;Langue', `AMC;VAUBRUN;${customer};TPE;FR;fr`]
const contacts = [
  'Entité;Code client;Rôle;Nom du contact;E-mail',
  `AMC;VAUBRUN;Comptabilité fournisseurs;Nadia Vaubrun;${address}`,
]
const invoices = () => [
  'Entité;Code client;Type;N° pièce;Date de pièce;Échéance;Montant TTC;Solde;Devise',
  `AMC;VAUBRUN;facture;${number};${daysAgo(40)};${daysAgo(10)};1234,56;1234,56;EUR`,
]

test('a finance director draws a scenario, and an overdue customer is reminded once, then thanked for paying', async () => {
  const { page, complaints } = await openWindow(browser, { width: 1440, scheme: 'light', locale: 'fr' })
  const scenarios = scenarioList(page, relance.page)
  const scenario = studio(page)
  const imports = importPage(page, relance.page)
  const messages = messagesPage(page, relance.page)
  const payments = paymentsPage(page, relance.page)
  const invoice = invoicePage(page, relance.page)

  // She draws it from an empty canvas.
  await scenarios.startNewScenario()
  await scenario.nameIt('Artisans, une seule relance')
  await scenario.follow({ segment: 'TPE' })
  await scenario.reachCustomersDayAndNight()
  await scenario.addFirstStep('Envoyer un e-mail')
  await scenario.write({ template: 'Première relance courtoise' })
  await scenario.seesProblem('Reliez l’issue « envoyé » à une étape.')
  await scenario.addNextStep('Attendre')
  await scenario.waitDays(90)
  await scenario.addNextStep('Fin')
  await scenario.drawStepFrom('Facture réglée', 'Envoyer un e-mail')
  await scenario.write({ template: 'Remerciement' })
  await scenario.addNextStep('Fin')
  await scenario.endWith('Dossier soldé')
  await scenario.seesNothingToCorrect()
  await scenario.publish({ note: 'Une relance courtoise, puis un remerciement.' })
  await scenarios.seesPublished('Artisans, une seule relance', { version: 1 })

  // She imports a customer who is late.
  await imports.letIn(customers, { file: 'clients.csv', holds: 'Clients' })
  await imports.letIn(contacts, { file: 'contacts.csv', holds: 'Contacts' })
  await imports.letIn(invoices(), { file: 'factures.csv', holds: 'Factures et avoirs' })

  // Nothing leaves before she has read it.
  await messages.openTheOneFor(customer)
  const reminder = plain(await messages.read())
  expect(reminder).toContain(number)
  expect(reminder).toContain(amount)
  expect(await catcher.messages(address)).toEqual([])
  await messages.confirmIt()
  const [sent] = await caught(1)
  expect(plain(sent?.subject ?? '')).toContain(`Petit rappel : facture ${number} échue le`)
  expect(plain(sent?.text ?? '')).toBe(reminder)

  // The customer pays: thanks, and no further reminder.
  await payments.enterPaymentInFull(number)
  await messages.openTheOneFor(customer)
  await messages.confirmIt()
  const [, thanks] = await caught(2)
  expect(plain(thanks?.subject ?? '')).toBe(`Merci, votre règlement de ${amount} est bien arrivé`)
  await messages.seesNothingToConfirmFor(customer)

  // The invoice tells it all, and has nothing left to do.
  await invoice.open(number)
  for (const said of [
    'Facture importée',
    'Dossier ouvert : scénario « Artisans, une seule relance », version 1',
    'E-mail demandé : « Première relance courtoise », à confirmer',
    `Message préparé pour ${address}`,
    'Envoi confirmé',
    `Envoyé à ${address} : « Petit rappel`,
    `Règlement de ${amount} reçu`,
    'Relances arrêtées, la facture est réglée',
    `Envoyé à ${address} : « Merci`,
    'Dossier clos : réglé',
  ]) {
    await invoice.timelineSays(said)
  }
  await invoice.seesScenarioEnded()
  expect(await catcher.messages(address)).toHaveLength(2)
  expect(complaints).toEqual([])
})

/** All that the customer received, once it is so many e-mails. */
async function caught(count: number) {
  await vi.waitUntil(async () => (await catcher.messages(address)).length >= count, { timeout: 60_000, interval: 500 })
  const received = await catcher.messages(address)
  expect(received).toHaveLength(count)
  return received
}

/** As in a French ledger: « 12/11/2026 ». */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toLocaleDateString('fr-FR', { timeZone: 'Europe/Paris' })
}

/** French typography sets spaces that do not break, which nobody types. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
