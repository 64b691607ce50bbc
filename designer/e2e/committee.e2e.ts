import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openWindow } from './browser.ts'
import { accessibilityFaults } from './check-accessibility.ts'
import { openBoard } from './pages/board.ts'
import { type RunningStudio, startStudio } from './start-studio.ts'

let studio: RunningStudio
let browser: Browser

beforeAll(async () => {
  ;[studio, browser] = await Promise.all([startStudio(), openBrowser()])
})

afterAll(async () => {
  await browser?.close()
  await studio?.stop()
})

test('colleagues discuss a step: one is called by name, answers, and the card shows what is still open', async () => {
  const url = await studio.draw('discute')
  const chantal = await studio.signedIn({ name: 'Chantal Morel', role: 'collector' })
  const first = await openWindow(browser, { width: 1440, scheme: 'light', locale: 'fr' })
  first.page.setDefaultTimeout(30_000)
  await openBoard(first.page, url)
  await first.page.keyboard.press('ArrowDown')
  const field = first.page.getByLabel('Écrire un commentaire')
  await field.click()
  await field.pressSequentially('Ce délai convient-il, @mor')
  await first.page.getByRole('option', { name: 'Chantal Morel' }).waitFor()
  await first.page.keyboard.press('ArrowDown')
  await first.page.keyboard.press('Enter')
  expect(await field.inputValue()).toBe('Ce délai convient-il, @Chantal Morel ')
  await first.page.keyboard.press('Control+Enter')
  await first.page.getByTitle(/^1\scommentaire ouvert$/).waitFor()
  expect(await accessibilityFaults(first.page)).toEqual([])

  const second = await openWindow(browser, { width: 1440, scheme: 'dark', locale: 'fr' })
  await second.context.setExtraHTTPHeaders(chantal)
  second.page.setDefaultTimeout(30_000)
  await openBoard(second.page, url)
  await second.page.getByRole('button', { name: 'Aller à l’étape 3 jours avant l’échéance' }).click()
  await second.page.locator('strong', { hasText: '@Chantal Morel' }).waitFor()
  await second.page.getByRole('button', { name: 'Répondre' }).click()
  await second.page.getByLabel('Réponse à Direction financière').fill('Oui, pour les artisans.')
  await second.page.getByRole('button', { name: 'Répondre' }).click()
  await second.page.getByText('Oui, pour les artisans.').waitFor()
  await second.page.getByRole('button', { name: 'Marquer comme résolu' }).click()
  await second.page.getByRole('button', { name: /^1\sfil résolu$/ }).click()
  await second.page.getByText(/^Résolu par Chantal Morel/).waitFor()
  expect(await accessibilityFaults(second.page)).toEqual([])

  // The first window hears of it.
  await first.page.getByTitle(/^1\scommentaire ouvert$/).waitFor({ state: 'detached' })
  await first.page.getByRole('button', { name: /^1\sfil résolu$/ }).click()
  await first.page.getByRole('button', { name: 'Rouvrir' }).click()
  await first.page.getByTitle(/^1\scommentaire ouvert$/).waitFor()
  expect([...first.complaints, ...second.complaints]).toEqual([])
})

test('the committee is given the scenario on paper, as SVG and as PNG', async () => {
  await studio.draw('comite')
  const { page, complaints, context } = await openWindow(browser, { width: 1440, scheme: 'dark', locale: 'fr' })
  page.setDefaultTimeout(30_000)
  await page.goto(`${studio.page}/scenarios/comite/dossier`)
  await page.getByRole('heading', { level: 1, name: 'Essai comite' }).waitFor()
  await page.getByText(/aucune facture ne le suit/).waitFor()
  expect(await page.getByRole('row').count()).toBe(studio.example.nodes.length + 1)
  expect(await accessibilityFaults(page)).toEqual([])
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()])
    return readFile((await file.path())!)
  }
  const svg = (await download('Dessin en SVG')).toString('utf8')
  expect(svg).toContain('xmlns="http://www.w3.org/2000/svg"')
  expect(svg, 'carries its letters').toContain('data:font/woff2')
  expect(svg, 'needs no style sheet').not.toMatch(/var\(--|class="_/)
  expect(svg).toContain('Facture ouverte')
  const png = await download('Dessin en PNG')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.length).toBeGreaterThan(20_000)
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF')
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  expect(pages).toBeGreaterThanOrEqual(3)
  expect(complaints).toEqual([])
  await context.close()

  const phone = await openWindow(browser, { width: 390, scheme: 'light', locale: 'fr' })
  await phone.page.goto(`${studio.page}/scenarios/comite/dossier`)
  await phone.page.getByRole('heading', { level: 1, name: 'Essai comite' }).waitFor()
  expect(await phone.page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
  await phone.context.close()
})
