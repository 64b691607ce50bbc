import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningRelance, startRelance } from '../../runtime/testing/start-relance.ts'
import { openBrowser, openWindow, type View } from './browser.ts'
import { accessibilityFaults } from './check-accessibility.ts'
import { choose } from './pages/choose.ts'

let home: string
let relance: RunningRelance
let browser: Browser

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'relance-pages-'))
  relance = await startRelance(home)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await relance?.signal('SIGINT')
  await rm(home, { recursive: true, force: true })
})

const desk: View = { width: 1440, scheme: 'light', locale: 'fr' }
const night: View = { width: 1440, scheme: 'dark', locale: 'en' }
const phone: View = { width: 390, scheme: 'light', locale: 'fr' }

interface Item {
  readonly id: string
  readonly number: string
  readonly debtor: { readonly code: string; readonly name: string }
  readonly entity: string
  readonly open: number
}

async function ask<T>(path: string): Promise<T> {
  return (await (await fetch(`${relance.page}/api${path}`)).json()) as T
}

async function overdueInvoice(): Promise<Item> {
  const { items } = await ask<{ items: Item[] }>('/invoices?state=overdue&limit=50&sort=dueDate')
  return items[0]!
}

async function addresses(): Promise<string[]> {
  const { id, entity, debtor } = await overdueInvoice()
  return [
    '/',
    '/calls',
    '/customers',
    `/customers/${encodeURIComponent(`${entity}:${debtor.code}`)}`,
    '/invoices',
    `/invoices/${encodeURIComponent(id)}`,
    '/payments',
    `/payments?invoice=${encodeURIComponent(id)}`,
    '/scenarios',
    '/scenarios/pme/simulation',
    '/messages',
    '/messages?tab=all',
    '/rules',
    '/rates',
    '/import',
  ]
}

describe.each([
  { name: 'on a desk', view: desk },
  { name: 'at night in English', view: night },
  { name: 'on a phone', view: phone },
])('$name', ({ view }) => {
  test('every page can be read and worked by everybody, and asks nothing of other hosts', async () => {
    for (const address of await addresses()) {
      const { page, context, complaints } = await openWindow(browser, view)
      await page.goto(relance.page + address)
      await page.locator('h1').waitFor()
      await expect
        .poll(() => page.locator('.mantine-Skeleton-root, tr[aria-hidden]').count(), { timeout: 60_000 })
        .toBe(0)
      expect(await accessibilityFaults(page), address).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), `${address} overflows`).toBe(
        false,
      )
      expect(complaints, address).toEqual([])
      await context.close()
    }
  })
})

test('a collector reaches a customer by three letters, from anywhere', async () => {
  const { debtor } = await overdueInvoice()
  const { page, context } = await openWindow(browser, desk)
  await page.goto(`${relance.page}/scenarios`)
  await page.locator('h1').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Une page, un client').fill(debtor.name)
  await page.getByRole('button', { name: new RegExp(`^${debtor.name}.*${debtor.code}`) }).click()
  await page.getByRole('heading', { level: 1, name: debtor.name }).waitFor()
  await context.close()
})

test('a filter is kept in the address, so that a link shows the same rows', async () => {
  const { page, context } = await openWindow(browser, desk)
  await page.goto(`${relance.page}/invoices?segment=tpe`)
  await page.locator('tbody tr[data-row]').first().waitFor()
  await page.getByPlaceholder('Numéro, client').fill('FA')
  await page.waitForURL(/segment=tpe&search=FA/)
  const { total } = await ask<{ total: number }>('/invoices?segment=tpe&search=FA&limit=1')
  await page
    .getByText(new RegExp(`^${total}\\s`))
    .first()
    .waitFor()
  await context.close()
})

test('rows are walked with j and k and opened with Enter', async () => {
  const { page, context } = await openWindow(browser, desk)
  await page.goto(`${relance.page}/customers`)
  await page.locator('tbody tr[data-row]').nth(2).waitFor()
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
  const second = await page.locator('tbody tr[data-row] a').nth(1).textContent()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: second! }).waitFor()
  await context.close()
})

test('English is one click away and is remembered', async () => {
  const { page, context } = await openWindow(browser, desk)
  await page.goto(`${relance.page}/invoices`)
  await page.getByRole('button', { name: 'Switch to English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Invoices' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.evaluate("localStorage.getItem('relance.locale')")).toBe('en')
  await context.close()
})

test('a payment entered in full says that reminders have stopped, and the invoice is settled', async () => {
  const { id, number } = await overdueInvoice()
  const { page, context } = await openWindow(browser, desk)
  await page.goto(`${relance.page}/payments`)
  await page.getByLabel('Numéro de facture ou client').fill(number)
  await page.getByRole('button', { name: new RegExp(number) }).click()
  await page.getByRole('button', { name: /^Enregistrer/ }).click()
  await page.getByRole('heading', { name: 'Relances arrêtées' }).waitFor()
  const after = await ask<{ open: number; state: string }>(`/invoices/${encodeURIComponent(id)}`)
  expect(after).toMatchObject({ open: 0, state: 'paid' })
  await context.close()
})

test('a rate entered by the finance director is told with its author, and no longer missing', async () => {
  const { page, context } = await openWindow(browser, desk)
  await page.goto(`${relance.page}/rates`)
  await page.getByLabel('Taux de refinancement BCE').first().fill('2,40')
  await page.getByLabel('Taux légal entre professionnels').first().fill('2,50')
  await page.getByRole('button', { name: /^Enregistrer 2\smodifications$/ }).click()
  await page.getByText(/^Taux BCE, .*à 2,4\s%/).waitFor()
  await page.getByText(/reste à saisir$/).waitFor({ state: 'detached' })
  await context.close()
})

test('money on account shows which invoices it pays before it is recorded', async () => {
  const { entity, debtor } = await overdueInvoice()
  const account = encodeURIComponent(`${entity}:${debtor.code}`)
  const { page, context } = await openWindow(browser, desk)
  await page.goto(`${relance.page}/customers/${account}`)
  await page.getByRole('button', { name: 'Saisir un encaissement' }).click()
  await page.getByLabel('Montant reçu').fill('10')
  await page
    .getByText(/^10,00\s€$/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: /^Enregistrer 10,00\s€$/ }).click()
  await page.getByText(/^10,00\s€ enregistrés/).waitFor()
  await context.close()
})

test('an import shows what it recognised and which lines it refuses, before anything is written', async () => {
  const { page, context } = await openWindow(browser, desk)
  const { debtor } = await overdueInvoice()
  const before = await ask<{ total: number }>('/invoices?limit=1')
  const rows = [
    'Numéro de facture;Code client;Date de facture;Échéance;Montant TTC;Solde',
    `NEUVE-1;${debtor.code};03/10/2026;25/10/2026;1 234,56;1 234,56`,
    `NEUVE-2;${debtor.code};03/10/2026;31/02/2026;10,00;10,00`,
  ]
  await page.goto(`${relance.page}/import`)
  await page.setInputFiles('input[type=file]', {
    name: 'octobre.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\r\n')),
  })
  await page.getByRole('heading', { name: 'Ce que Relance a reconnu' }).waitFor()
  await page.getByText('jj/mm/aaaa').waitFor()
  await page.getByRole('heading', { name: 'Lignes refusées' }).waitFor()
  await page.getByRole('button', { name: /^Importer 1\sligne$/ }).waitFor()
  expect(await ask<{ total: number }>('/invoices?limit=1')).toMatchObject({ total: before.total })
  await context.close()
})

test('a customer moved to another segment keeps its files, and the page offers to send them on', async () => {
  const followed = async () => (await ask<{ items: Item[] }>('/invoices?state=overdue&scenario=pme&limit=1')).items
  await expect.poll(async () => (await followed()).length, { timeout: 60_000 }).toBe(1)
  const [{ entity, debtor }] = (await followed()) as [Item]
  const { page, context } = await openWindow(browser, desk)
  await page.goto(`${relance.page}/customers/${encodeURIComponent(`${entity}:${debtor.code}`)}`)
  await page.getByRole('button', { name: 'Changer…' }).click()
  await choose(page.getByRole('dialog'), { label: 'Segment', option: 'ETI' })
  await page.getByRole('button', { name: 'Changer de segment' }).click()
  await page.getByText(/(suit|suivent) encore le scénario/).waitFor()
  await page.getByText(/PME.*devient.*ETI/).waitFor()
  await page.getByRole('button', { name: 'Déplacer…' }).click()
  await page.getByRole('button', { name: 'Suivre partout' }).click()
  expect(await accessibilityFaults(page)).toEqual([])
  await page.getByRole('button', { name: /^Déplacer \d/ }).click()
  await page.getByText(/dirigées? vers le scénario/).waitFor()
  await context.close()
})
