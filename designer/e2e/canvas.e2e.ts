import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningRelance, startRelance } from '../../runtime/testing/start-relance.ts'
import { openBrowser, openWindow } from './browser.ts'
import { accessibilityFaults, ownFaults } from './check-accessibility.ts'
import { board, chosen, openBoard } from './pages/board.ts'

let home: string
let relance: RunningRelance
let browser: Browser

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'relance-canvas-'))
  relance = await startRelance(home)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await relance?.signal('SIGINT')
  await rm(home, { recursive: true, force: true })
})

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`${relance.page}/api${path}`, {
    ...sent,
    headers: { 'content-type': 'application/json' },
  })
  return (await response.json()) as T
}

/** A scenario of this test alone: a copy of an example. */
async function drawing(id: string): Promise<string> {
  const { document } = await ask<{ document: ScenarioDocument }>('/scenarios/tpe')
  await ask('/scenarios', { document: { ...document, id, name: `Essai ${id}`, segment: null } })
  return `${relance.page}/scenarios/${id}`
}

async function stored(id: string): Promise<ScenarioDocument> {
  return (await ask<{ document: ScenarioDocument }>(`/scenarios/${id}`)).document
}

async function desk(url: string) {
  const window = await openWindow(browser, { width: 1440, scheme: 'light', locale: 'fr' })
  window.page.setDefaultTimeout(30_000)
  await window.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openBoard(window.page, url)
  return window
}

/** French typography sets spaces that do not break, which nobody types. */
const plain = (text: string) => text.replace(/\s+/g, ' ')
const undo = (page: Page) => page.getByRole('button', { name: /^Annuler\s: / })

describe('The history', () => {
  test('names each step and takes one back to any moment of the work', async () => {
    const { page, context, complaints } = await desk(await drawing('historique'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Alt+ArrowRight')
    await undo(page).and(page.getByLabel('Annuler : Déplacer « 3 jours avant l’échéance »')).waitFor()
    await page.keyboard.press('Control+d')
    await page.keyboard.press('n')
    await page.keyboard.press('Escape')
    await board(page).focus()
    await page.keyboard.press('h')
    const menu = page.getByRole('menu')
    expect((await menu.getByRole('menuitem').allTextContents()).map(plain)).toEqual([
      'Ajouter une note',
      'Dupliquer « 3 jours avant l’échéance »',
      'Déplacer « 3 jours avant l’échéance »',
      'Ouverture du scénario',
    ])
    await menu.getByRole('menuitem', { name: 'Ouverture du scénario' }).press('Enter')
    await expect.poll(() => undo(page).count()).toBe(0)
    await expect.poll(async () => (await stored('historique')).nodes).toEqual((await stored('tpe')).nodes)
    await board(page).focus()
    await page.keyboard.press('h')
    await menu.getByRole('menuitem', { name: /^Dupliquer/ }).click()
    await expect
      .poll(async () => (await stored('historique')).nodes.length)
      .toBe((await stored('tpe')).nodes.length + 1)
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('The clipboard', () => {
  test('carries steps with their lines into another scenario in another window, under ids of their own', async () => {
    const first = await desk(await drawing('source'))
    await first.page.keyboard.press('ArrowDown')
    await first.page.keyboard.press('Shift+ArrowDown')
    await first.page.keyboard.press('Control+c')
    const text = await first.page.evaluate<string>('navigator.clipboard.readText()')
    expect(JSON.parse(text)).toMatchObject({ format: 'relance.fragment/1', edges: [{ port: 'next' }] })
    const { context, page, complaints } = first
    const other = await context.newPage()
    await openBoard(other, await drawing('cible'))
    await other.keyboard.press('Control+v')
    await other.getByText('2 éléments choisis').first().waitFor()
    await expect.poll(async () => (await stored('cible')).nodes.length).toBe((await stored('tpe')).nodes.length + 2)
    const { nodes } = await stored('cible')
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length)
    await page.bringToFront()
    await board(page).focus()
    await page.keyboard.press('Control+x')
    await expect.poll(async () => (await stored('source')).nodes.length).toBe((await stored('tpe')).nodes.length - 2)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('that holds anything else says so and changes nothing', async () => {
    const { page, context } = await desk(await drawing('etranger'))
    for (const [text, said] of [
      ['Bonjour, voici notre RIB', 'Le presse-papiers ne contient pas d’étapes de Relance : rien n’a changé.'],
      [
        '{"format":"relance.fragment/1","nodes":[{}]}',
        'Les étapes du presse-papiers sont incomplètes ou abîmées : rien n’a changé. Copiez-les de nouveau.',
      ],
    ] as const) {
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
      await board(page).focus()
      await page.keyboard.press('Control+v')
      await page.getByText(said).waitFor()
    }
    expect(await undo(page).count()).toBe(0)
    await context.close()
  })
})

describe('A locked step', () => {
  test('says why it does not move, is not deleted, and can be unlocked', async () => {
    const { page, context } = await desk(await drawing('verrou'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+L')
    await page.getByRole('img', { name: 'Étape verrouillée' }).waitFor()
    await page.keyboard.press('Delete')
    await page.getByText('Cette étape est verrouillée : rien n’a changé. Déverrouillez-la d’abord.').waitFor()
    expect(await page.getByLabel('Titre sur la carte').isDisabled()).toBe(true)
    await expect.poll(async () => (await stored('verrou')).nodes.filter(({ locked }) => locked === true).length).toBe(1)
    await page.getByRole('button', { name: 'Déverrouiller' }).click()
    await board(page).focus()
    await page.keyboard.press('Delete')
    await expect.poll(async () => (await stored('verrou')).nodes.length).toBe((await stored('tpe')).nodes.length - 1)
    await context.close()
  })
})

describe('Keys and commands', () => {
  test('an action is found by its name, and run on what is chosen', async () => {
    const { page, context } = await desk(await drawing('commandes'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Une page, un client').fill('dupliquer')
    await page
      .getByRole('button', { name: /^Dupliquer/ })
      .last()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByLabel('Annuler : Dupliquer « 3 jours avant l’échéance »').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => undo(page).count()).toBe(0)
    await context.close()
  })

  test('a person gives an action another key, is told of a key given twice, and can have the first ones back', async () => {
    const { page, context } = await desk(await drawing('touches'))
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Raccourcis clavier' })
    await sheet.getByRole('button', { name: 'Ajouter une note, touche N : changer' }).click()
    await page.keyboard.press('a')
    await sheet.getByText('Même touche que : Ajouter une étape').waitFor()
    await sheet.getByRole('button', { name: 'Ajouter une note, touche A : changer' }).click()
    await page.keyboard.press('Control+w')
    await sheet.getByText('Cette touche sert déjà au navigateur ou à la page.').waitFor()
    await page.keyboard.press('i')
    expect(await ownFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.reload()
    await openBoard(page, page.url())
    await page.keyboard.press('i')
    await page.getByLabel('Annuler : Ajouter une note').waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await sheet.getByRole('button', { name: 'Toutes les touches d’origine' }).click()
    await sheet.getByRole('button', { name: 'Ajouter une note, touche N : changer' }).waitFor()
    await context.close()
  })

  test('several steps are chosen with the keyboard and lined up together', async () => {
    const { page, context } = await desk(await drawing('aligner'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByRole('button', { name: 'Aligner', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Aligner à gauche' }).click()
    await page.getByLabel(/^Annuler\s: Aligner/).waitFor()
    await expect.poll(async () => (await stored('aligner')).nodes).toEqual((await stored('tpe')).nodes)
    await context.close()
  })
})

describe.each([
  { name: 'by day', scheme: 'light' },
  { name: 'at night', scheme: 'dark' },
] as const)('The studio $name', ({ scheme }) => {
  test.each([1440, 390] as const)('can be read and worked by everybody at %i pixels', async (width) => {
    const { page, context, complaints } = await openWindow(browser, { width, scheme, locale: 'fr' })
    await openBoard(page, `${relance.page}/scenarios/pme`)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    if (width === 1440) {
      await chosen(page, 3)
      expect(await accessibilityFaults(page)).toEqual([])
      await page.keyboard.press('h')
      await page.getByRole('menu').waitFor()
      expect(await accessibilityFaults(page)).toEqual([])
    }
    expect(complaints).toEqual([])
    await context.close()
  })
})
