import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openWindow } from './browser.ts'
import { accessibilityFaults, ownFaults } from './check-accessibility.ts'
import { board, chosen, openBoard } from './pages/board.ts'
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

const soon = <T>(read: () => T) => expect.poll(read, { timeout: 30_000, interval: 200 })

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
    const { page, context, complaints } = await desk(await studio.draw('historique'))
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
    await soon(() => undo(page).count()).toBe(0)
    await soon(async () => (await studio.stored('historique')).nodes).toEqual(studio.example.nodes)
    await board(page).focus()
    await page.keyboard.press('h')
    await menu.getByRole('menuitem', { name: /^Dupliquer/ }).click()
    await soon(async () => (await studio.stored('historique')).nodes.length).toBe(studio.example.nodes.length + 1)
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('The clipboard', () => {
  test('carries steps with their lines into another scenario in another window, under ids of their own', async () => {
    const first = await desk(await studio.draw('source'))
    await first.page.keyboard.press('ArrowDown')
    await first.page.keyboard.press('Shift+ArrowDown')
    await first.page.keyboard.press('Control+c')
    const text = await first.page.evaluate<string>('navigator.clipboard.readText()')
    expect(JSON.parse(text)).toMatchObject({ format: 'relance.fragment/1', edges: [{ port: 'next' }] })
    const { context, page, complaints } = first
    const other = await context.newPage()
    await openBoard(other, await studio.draw('cible'))
    await other.keyboard.press('Control+v')
    await other.getByText('2 éléments choisis').first().waitFor()
    await soon(async () => (await studio.stored('cible')).nodes.length).toBe(studio.example.nodes.length + 2)
    const { nodes } = await studio.stored('cible')
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length)
    await page.bringToFront()
    await board(page).focus()
    await page.keyboard.press('Control+x')
    await soon(async () => (await studio.stored('source')).nodes.length).toBe(studio.example.nodes.length - 2)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('that holds anything else says so and changes nothing', async () => {
    const { page, context } = await desk(await studio.draw('etranger'))
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
    const { page, context } = await desk(await studio.draw('verrou'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+L')
    await page.getByRole('img', { name: 'Étape verrouillée' }).waitFor()
    await page.keyboard.press('Delete')
    await page.getByText('Cette étape est verrouillée : rien n’a changé. Déverrouillez-la d’abord.').waitFor()
    expect(await page.getByLabel('Titre sur la carte').isDisabled()).toBe(true)
    await soon(async () => (await studio.stored('verrou')).nodes.filter(({ locked }) => locked === true).length).toBe(1)
    await page.getByRole('button', { name: 'Déverrouiller' }).click()
    await board(page).focus()
    await page.keyboard.press('Delete')
    await soon(async () => (await studio.stored('verrou')).nodes.length).toBe(studio.example.nodes.length - 1)
    await context.close()
  })
})

describe('Keys and commands', () => {
  test('an action is found by its name, and run on what is chosen', async () => {
    const { page, context } = await desk(await studio.draw('commandes'))
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
    await soon(() => undo(page).count()).toBe(0)
    await context.close()
  })

  test('a person gives an action another key, is told of a key given twice, and can have the first ones back', async () => {
    const { page, context } = await desk(await studio.draw('touches'))
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
    const { page, context } = await desk(await studio.draw('aligner'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByRole('button', { name: 'Aligner', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Aligner à gauche' }).click()
    await page.getByLabel(/^Annuler\s: Aligner/).waitFor()
    await soon(async () => (await studio.stored('aligner')).nodes).toEqual(studio.example.nodes)
    await context.close()
  })
})

describe.each([
  { name: 'by day', scheme: 'light' },
  { name: 'at night', scheme: 'dark' },
] as const)('The studio $name', ({ scheme }) => {
  test.each([1440, 390] as const)('can be read and worked by everybody at %i pixels', async (width) => {
    const { page, context, complaints } = await openWindow(browser, { width, scheme, locale: 'fr' })
    await openBoard(page, await studio.draw(`lu-${scheme}-${width}`))
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
