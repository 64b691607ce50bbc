import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningRelance, startRelance } from '../../runtime/testing/start-relance.ts'
import { openBrowser, openWindow, type View } from './browser.ts'
import { accessibilityFaults } from './check-accessibility.ts'
import { choose } from './pages/choose.ts'

let home: string
let relance: RunningRelance
let browser: Browser

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'relance-course-'))
  relance = await startRelance(home)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await relance?.signal('SIGINT')
  await rm(home, { recursive: true, force: true })
})

const desk: View = { width: 1440, scheme: 'light', locale: 'fr' }
/** The canvas signs in grey: its library's own. */
const library = 'color-contrast at a[target="_blank"]'

async function openStudio(view: View) {
  const window = await openWindow(browser, view)
  await window.page.goto(`${relance.page}/scenarios/pme`)
  await window.page.getByRole('button', { name: 'Simuler une facture' }).click()
  await window.page.getByRole('slider', { name: 'Moment de la simulation' }).waitFor()
  return window
}

test('a finance director chooses what the customer does and when, and plays the course on the drawing', async () => {
  const { page, context, complaints } = await openStudio(desk)
  const strip = page.getByRole('region', { name: 'Simulation d’une facture' })
  await strip.getByText(/contacts/).waitFor()
  await choose(page.locator('body'), { label: 'Comportement du client', option: 'Conteste' })
  await strip.getByLabel('Le, en jours après l’échéance').fill('9')
  await strip.getByLabel(/^Durée du litige/).fill('30')
  const slider = page.getByRole('slider', { name: 'Moment de la simulation' })
  await slider.focus()
  const told: string[] = []
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('ArrowRight')
    told.push((await strip.getByRole('status').textContent()) ?? '')
  }
  expect(new Set(told).size).toBe(8)
  expect(told.some((sentence) => sentence.includes('le client conteste'))).toBe(true)
  expect(told.some((sentence) => /suspendu par le litige jusqu’au/.test(sentence))).toBe(true)
  expect(await page.locator('[data-trail="here"]').count()).toBe(1)
  expect(await page.locator('[data-traced]').count()).toBeGreaterThan(2)
  expect((await accessibilityFaults(page)).filter((fault) => !fault.startsWith(library))).toEqual([])
  await page.keyboard.press('Home')
  await strip.getByRole('button', { name: 'Lire' }).click()
  const first = await strip.getByRole('status').textContent()
  await expect.poll(() => strip.getByRole('status').textContent()).not.toBe(first)
  await strip.getByRole('button', { name: 'Arrêter la lecture' }).click()
  await strip.getByRole('button', { name: 'Fermer la simulation' }).click()
  expect(await page.locator('[data-trail]').count()).toBe(0)
  expect(complaints).toEqual([])
  await context.close()
})

test('a real invoice is dated with its own dates and the holidays of its customer', async () => {
  const answer = await fetch(`${relance.page}/api/invoices?segment=pme&state=overdue&limit=1&sort=dueDate`)
  const { items } = (await answer.json()) as { items: { number: string }[] }
  const [{ number } = { number: '' }] = items
  const { page, context, complaints } = await openStudio(desk)
  await page.getByRole('button', { name: /^Facture simulée/ }).click()
  await page.getByLabel('Choisir une facture').fill(number)
  await page.getByRole('button', { name: new RegExp(`^${number}`) }).click()
  await page.getByRole('button', { name: new RegExp(`^Facture simulée : ${number}`) }).waitFor()
  await choose(page.locator('body'), { label: 'Suivie', option: 'à partir d’aujourd’hui' })
  await page.getByText(/contacts?, /).waitFor()
  expect(complaints).toEqual([])
  await context.close()
})
