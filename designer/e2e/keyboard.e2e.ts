import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openWindow } from './browser.ts'
import { board } from './pages/board.ts'
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

/** Presses Tab until something has the keyboard, as a person without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor()
  for (let press = 0; press < 120; press += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key never reached ${target}`)
}

/** Adds a kind of step from the palette by its name. */
async function add(page: Page, kind: string): Promise<void> {
  await page.keyboard.press('a')
  await page.getByRole('combobox', { name: 'Chercher une étape' }).waitFor()
  await page.keyboard.type(kind)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Ajouter une étape' }).waitFor({ state: 'detached' })
  await expect.poll(() => focusedStep(page), { timeout: 20_000 }).not.toBeNull()
}

/** Id of the step that has the keyboard. */
const focusedStep = (page: Page) =>
  page.evaluate<string | null>("document.activeElement?.closest('.react-flow__node-card')?.dataset.id ?? null")

/** Opens a drop-down list that has the keyboard and picks a choice by its words. */
async function pick(page: Page, { label, option }: { label: string; option: string }): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }).and(page.locator('input')))
  await page.keyboard.press('ArrowDown')
  const wanted = page.getByRole('option', { name: option, exact: true })
  await wanted.first().waitFor()
  for (let press = 0; press < 60; press += 1) {
    if ((await wanted.first().getAttribute('data-combobox-selected')) === 'true') break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}

test('a finance director without a mouse draws a scenario, hears what she does, and publishes it', async () => {
  const { page, complaints } = await openWindow(browser, { width: 1440, scheme: 'light', locale: 'fr' })
  page.setDefaultTimeout(30_000)
  const heard = page.getByRole('status')
  await page.goto(`${studio.page}/scenarios`)
  await tabTo(page, page.getByRole('button', { name: 'Nouveau scénario' }))
  await page.keyboard.press('Enter')
  await board(page).waitFor()
  await page.getByText('Par quoi commence la relance ?').waitFor()

  await add(page, 'attendre')
  await heard.filter({ hasText: 'Fait : Ajouter « 8 jours après l’échéance »' }).waitFor()
  await add(page, 'e-mail')
  await page.keyboard.press('Enter')
  await pick(page, { label: 'Modèle', option: 'Première relance courtoise' })
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Une page, un client').waitFor()
  await page.keyboard.type('ajouter une étape')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Chercher une étape' }).waitFor()
  await page.keyboard.type('fin')
  await page.keyboard.press('Enter')
  await expect.poll(() => focusedStep(page), { timeout: 20_000 }).toMatch(/^end-/)

  // What follows a payment, connected by hand.
  await page.keyboard.press('Escape')
  await add(page, 'fin')
  const thanks = await focusedStep(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('l')
  await pick(page, { label: 'De', option: 'Facture réglée' })
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option').last().waitFor()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Relier' }))
  await page.keyboard.press('Enter')
  await heard.filter({ hasText: 'Fait : Changer le début' }).waitFor()

  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Une page, un client').waitFor()
  await page.keyboard.type('publier')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /^Publier la version/ })
  await dialog.getByLabel('Note de version').waitFor()
  await page.keyboard.type('Dessiné au clavier')
  await dialog.getByRole('button', { name: /^Publier la v/, disabled: false }).waitFor()
  await tabTo(page, dialog.getByRole('button', { name: /^Publier la v/ }))
  await page.keyboard.press('Enter')
  await page.getByText(/^Version 1 publiée/).waitFor()

  const { items } = await studio.ask<{ items: { id: string; published: { note: string } | null }[] }>('/scenarios')
  const published = items.find((one) => one.published?.note === 'Dessiné au clavier')
  const { nodes, entries, edges } = await studio.stored(published!.id)
  expect(nodes.map(({ kind }) => kind)).toEqual(['wait', 'send-email', 'end', 'end'])
  expect(entries).toEqual({ open: nodes[0]!.id, paid: thanks })
  expect(edges).toContainEqual({ source: nodes[0]!.id, port: 'next', target: nodes[1]!.id })
  expect(complaints).toEqual([])
})
