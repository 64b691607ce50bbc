import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Impact } from '../../runtime/contract/versions.ts'
import { type RunningRelance, startRelance } from '../../runtime/testing/start-relance.ts'
import { openBrowser, openWindow } from './browser.ts'
import { ownFaults } from './check-accessibility.ts'

let home: string
let relance: RunningRelance
let browser: Browser

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'relance-versions-'))
  relance = await startRelance(home)
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await relance?.signal('SIGINT')
  await rm(home, { recursive: true, force: true })
})

const id = 'pme'

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`${relance.page}/api${path}`, {
    ...sent,
    headers: { 'content-type': 'application/json' },
  })
  return (await response.json()) as T
}

/** A wait on which files rest, once all the demo's files have begun: a move would else race with those that still do. */
async function restedOn(document: ScenarioDocument): Promise<string> {
  const waits = document.nodes.filter(({ kind }) => kind === 'wait').map(({ id: wait }) => wait)
  let found: string | undefined
  await expect
    .poll(
      async () => {
        const { steps, starts } = await ask<Impact>(`/scenarios/${id}/impact`)
        found = steps.find(({ node, dates }) => waits.includes(node) && (dates?.looked ?? 0) > 2)?.node
        return starts === 0 ? found : undefined
      },
      { timeout: 240_000, interval: 2_000 },
    )
    .toBeDefined()
  return found!
}

async function isWellBuilt(page: Page): Promise<void> {
  expect(await ownFaults(page)).toEqual([])
  const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  expect(overflow).toBeLessThanOrEqual(0)
}

test('a finance director sees what a new version changes, moves its files, and brings the old one back', async () => {
  const first = await ask<{ document: ScenarioDocument; revision: number }>(`/scenarios/${id}`)
  const renamed = { ...first.document, description: `${first.document.description} ` }
  const { revision } = await ask<{ revision: number }>('/scenarios', { document: renamed, revision: first.revision })
  const wait = await restedOn(first.document)
  const nodes = first.document.nodes.map((node) =>
    node.id === wait ? { ...node, settings: { ...node.settings, days: Number(node.settings.days) + 5 } } : node,
  )
  await ask('/scenarios', { document: { ...first.document, nodes }, revision })

  const { page, complaints } = await openWindow(browser, { width: 1440, scheme: 'light', locale: 'fr' })
  await page.goto(`${relance.page}/scenarios/${id}`)
  await page.getByRole('button', { name: 'Publier', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Ce qui change').waitFor()
  await dialog.getByText(/gardent leur version, 0 passent/).waitFor()
  await isWellBuilt(page)
  await dialog.getByRole('button', { name: 'Suivre partout' }).click()
  await dialog.getByText(/0 gardent leur version/).waitFor()
  await dialog
    .getByText(/dates? changen?t? sur/)
    .first()
    .waitFor()
  await isWellBuilt(page)
  await dialog.getByLabel('Note de version').fill('Cinq jours de plus avant la relance ferme.')
  await dialog.getByRole('button', { name: 'Publier la v2' }).click()

  const panel = page.getByRole('complementary', { name: 'Panneau du scénario' })
  await panel.getByText('Cinq jours de plus avant la relance ferme.').waitFor()
  await panel.getByText(/déplacés/).waitFor()
  await panel.getByRole('button', { name: 'Ce que cette version a changé' }).click()
  await panel
    .getByText(/Nombre|Jours|jours/)
    .first()
    .waitFor()
  await isWellBuilt(page)
  await panel.getByRole('button', { name: 'Remettre en vigueur…' }).click()
  await dialog.getByText('Remettre en vigueur la version 1').waitFor()
  await dialog.getByText(/gardent leur version/).waitFor()
  await dialog.getByRole('button', { name: 'Remettre en vigueur', exact: true }).click()
  await panel.getByText('Remise en vigueur').waitFor()
  const { items } = await ask<{ items: { version: number; restored: boolean }[] }>(`/scenarios/${id}/versions`)
  expect(items.map(({ version, restored }) => [version, restored])).toEqual([
    [1, true],
    [2, false],
    [1, false],
  ])
  expect(complaints).toEqual([])

  const phone = await openWindow(browser, { width: 390, scheme: 'light', locale: 'fr' })
  await phone.page.goto(`${relance.page}/scenarios/${id}`)
  await phone.page.getByRole('button', { name: 'Publier', exact: true }).click()
  await phone.page.getByText('Ce qui change').waitFor()
  await isWellBuilt(phone.page)
  expect(phone.complaints).toEqual([])
}, 480_000)
