import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openWindow } from './browser.ts'
import { accessibilityFaults } from './check-accessibility.ts'
import { board, openBoard } from './pages/board.ts'
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
  await openBoard(window.page, url)
  return window
}

interface Draft {
  readonly document: ScenarioDocument
  readonly revision: number
}

/** A colleague saves another name in between. */
async function colleagueRenames(id: string): Promise<void> {
  const { document, revision } = await studio.ask<Draft>(`/scenarios/${id}`)
  await studio.ask('/scenarios', { document: { ...document, name: 'Le nom de ma collègue' }, revision })
}

describe('What is drawn', () => {
  test('is kept on this computer while the connection is lost, and reaches the server when it is back', async () => {
    const { page, context } = await desk(await studio.draw('coupure'))
    await context.setOffline(true)
    await page.getByLabel('Nom du scénario').fill('Dessiné sans réseau')
    await page.getByText('Hors connexion, gardé sur ce poste').waitFor()
    await context.setOffline(false)
    await page.getByText('Brouillon enregistré').waitFor()
    expect((await studio.stored('coupure')).name).toBe('Dessiné sans réseau')
    await context.close()
  })

  test('is offered back after a crash, shown beside the draft, and can be undone once taken up', async () => {
    const { page, context } = await desk(await studio.draw('panne'))
    await page.route('**/api/scenarios', (route) => route.abort())
    await page.getByLabel('Nom du scénario').fill('Avant la panne')
    await page.getByText('Hors connexion, gardé sur ce poste').waitFor()
    await page.waitForTimeout(400)
    const again = await context.newPage()
    void (await context.newCDPSession(page)).send('Page.crash').catch(() => undefined)
    await page.waitForEvent('crash')
    await openBoard(again, `${studio.page}/scenarios/panne`)
    await again.getByText('Un travail non enregistré a été retrouvé').waitFor()
    expect(await accessibilityFaults(again)).toEqual([])
    await again.getByRole('button', { name: 'Voir la différence' }).click()
    await again.getByText('Avant la panne').first().waitFor()
    await again.getByRole('button', { name: 'Reprendre ce travail' }).click()
    await soon(async () => (await studio.stored('panne')).name).toBe('Avant la panne')
    await board(again).focus()
    await again.keyboard.press('Control+z')
    await soon(async () => (await studio.stored('panne')).name).toBe('Essai panne')
    await again.reload()
    await openBoard(again, again.url())
    expect(await again.getByText('Un travail non enregistré a été retrouvé').count()).toBe(0)
    await context.close()
  })

  test('of two people is never overwritten unseen: who, when, the difference, and a choice that can be undone', async () => {
    const { page, context } = await desk(await studio.draw('deux'))
    await colleagueRenames('deux')
    await page.getByLabel('Nom du scénario').fill('Mon nom à moi')
    await page.getByText(/^Direction financière a enregistré ce brouillon/).waitFor()
    await page.getByRole('button', { name: 'Voir la différence' }).click()
    await page.getByText('Le nom de ma collègue').first().waitFor()
    expect(await accessibilityFaults(page)).toEqual([])
    expect((await studio.stored('deux')).name).toBe('Le nom de ma collègue')
    await page.getByRole('button', { name: 'Garder le mien' }).click()
    await soon(async () => (await studio.stored('deux')).name).toBe('Mon nom à moi')
    await board(page).focus()
    await page.keyboard.press('Control+z')
    await soon(async () => (await studio.stored('deux')).name).toBe('Le nom de ma collègue')
    await context.close()
  })

  test('with a kind of step that nobody knows is shown, edited around and kept to the letter', async () => {
    const { nodes, entries, edges } = studio.example
    const first = nodes.find(({ id }) => id === entries.open)!
    const fax = { ...first, kind: 'fax-machine', kindVersion: 7, settings: { ink: { left: [1, 2] } } }
    const drawn = nodes.map((node) => (node === first ? fax : node))
    const { page, context, complaints } = await desk(await studio.draw('fax', { nodes: drawn }))
    await page.getByText('Type d’étape inconnu ici : conservé tel quel').first().waitFor()
    const keptFax = async () => (await studio.stored('fax')).nodes.find(({ id }) => id === fax.id)!
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Alt+ArrowRight')
    await soon(async () => (await keptFax()).position.x).toBe(fax.position.x + 8)
    expect({ ...(await keptFax()), position: fax.position }).toEqual(fax)
    expect((await studio.stored('fax')).edges).toEqual(edges)
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('Whoever may not draw', () => {
  test('reads the draft: no tools, no keys that edit', async () => {
    const url = await studio.draw('lecture')
    const { page, context } = await openWindow(browser, { width: 1440, scheme: 'light', locale: 'fr' })
    await context.setExtraHTTPHeaders(await studio.signedIn({ name: 'Chantal Morel', role: 'collector' }))
    await openBoard(page, url)
    await page.getByText('Lecture seule').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Control+d')
    expect(await page.getByRole('toolbar', { name: 'Dessin' }).count()).toBe(0)
    await page.waitForTimeout(1_000)
    expect((await studio.stored('lecture')).nodes).toEqual(studio.example.nodes)
    await context.close()
  })

  test('and whoever may reads a published version as it was', async () => {
    const url = await studio.draw('archive')
    const { hash } = await studio.ask<{ hash: string }>('/scenarios/archive/publish', { note: 'Validé' })
    await colleagueRenames('archive')
    const { page, context, complaints } = await desk(`${url}/versions/${hash}`)
    await page.getByText('Version 1, en lecture seule').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Essai archive' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Delete')
    expect(await page.getByLabel('Titre sur la carte').isDisabled()).toBe(true)
    expect(await accessibilityFaults(page)).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})
