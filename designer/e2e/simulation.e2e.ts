import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningRelance, startRelance } from '../../runtime/testing/start-relance.ts'
import { openBrowser, openWindow, type View } from './browser.ts'
import { accessibilityFaults } from './check-accessibility.ts'

let home: string
let relance: RunningRelance
let browser: Browser

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'relance-simulation-'))
  relance = await startRelance(home)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await relance?.signal('SIGINT')
  await rm(home, { recursive: true, force: true })
})

const desk: View = { width: 1440, scheme: 'light', locale: 'fr' }

async function openSimulation(view: View) {
  const { page, context, complaints } = await openWindow(browser, view)
  await page.goto(`${relance.page}/scenarios/pme/simulation`)
  await page.locator('h1').waitFor()
  return { page, context, complaints }
}

test('a finance director sees how far a simulation is, stops it, and is told that nothing was kept', async () => {
  const { page, context, complaints } = await openSimulation(desk)
  await page.getByRole('button', { name: 'Simuler', exact: true }).click()
  await page
    .getByRole('status')
    .getByText(/^Lecture du portefeuille|factures? jouées? sur/)
    .waitFor()
  await page.getByRole('button', { name: 'Arrêter la simulation' }).click()
  await page.getByText('Simulation arrêtée. Aucun chiffre n’a été gardé.').waitFor()
  await page.getByRole('button', { name: 'Simuler', exact: true }).waitFor()
  expect(await page.getByRole('table').count()).toBe(0)
  expect(complaints).toEqual([])
  await context.close()
})

test.each<View>([desk, { width: 1440, scheme: 'dark', locale: 'en' }, { width: 390, scheme: 'light', locale: 'fr' }])(
  'the draft stands beside what is published, figure by figure ($width px, $scheme, $locale)',
  async (view) => {
    const { page, context, complaints } = await openSimulation(view)
    const isFrench = view.locale === 'fr'
    await page.getByRole('button', { name: isFrench ? 'Simuler' : 'Simulate', exact: true }).click()
    const figures = page.getByRole('table').first()
    for (const version of isFrench ? ['Brouillon', 'Version publiée', 'Écart'] : ['Draft', 'Published', 'Difference']) {
      await figures.getByRole('columnheader', { name: version }).waitFor()
    }
    const [mails = '', same, difference] = await figures.getByRole('row').nth(1).getByRole('cell').allTextContents()
    expect(Number(mails.replaceAll(/\D/g, ''))).toBeGreaterThan(0)
    expect(same).toBe(mails)
    expect(difference).toBe('0')
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    expect(complaints).toEqual([])
    await context.close()
  },
)
