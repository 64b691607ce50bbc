import type { Locator, Page } from 'playwright-core'
import { choose } from './choose.ts'

/** A start of the drawing: what may happen to an invoice. */
export type Start = 'Facture ouverte' | 'Facture réglée'

/** The studio, where a scenario is drawn: names of steps and fields are those on the screen. */
export function studio(page: Page) {
  const panel = page.getByRole('complementary', { name: 'Panneau du scénario' })
  const palette = page.getByRole('dialog', { name: 'Ajouter une étape' })
  const board = page.getByRole('application')
  const pick = (kind: string) => palette.getByRole('option', { name: kind }).click()
  return {
    async nameIt(name: string) {
      await page.getByLabel('Nom du scénario').fill(name)
      await page.getByRole('application', { name: `Dessin du scénario ${name}` }).waitFor()
    },
    async follow({ segment }: { segment: string }) {
      await page.getByRole('button', { name: 'Réglages du scénario' }).click()
      await choose(panel, { label: 'Pour le segment', option: segment })
    },
    /** Every day of the week, from midnight to midnight. */
    async reachCustomersDayAndNight() {
      await page.getByRole('button', { name: 'Réglages du scénario' }).click()
      for (const day of ['sam.', 'dim.']) await panel.getByText(day, { exact: true }).click()
      await panel.getByRole('button', { name: 'Supprimer cette plage' }).last().click()
      for (const end of ['De', 'Jusqu’à']) await panel.getByLabel(end, { exact: true }).fill('00:00')
    },
    /** On an empty canvas: the new step hangs behind « Facture ouverte ». */
    async addFirstStep(kind: string) {
      await board.getByRole('button', { name: 'Ajouter la première étape' }).click()
      await pick(kind)
      await panel.getByText(kind, { exact: true }).waitFor()
    },
    /** Behind the step that was chosen last, on its ways out that lead nowhere yet. */
    async addNextStep(kind: string) {
      await board.getByRole('button', { name: 'Étape', exact: true }).click()
      await pick(kind)
      await panel.getByText(kind, { exact: true }).waitFor()
    },
    /** Draws a line from a start into the void, where the studio offers the steps. */
    async drawStepFrom(start: Start, kind: string) {
      await board.getByRole('button', { name: 'Voir tout le scénario' }).click()
      const pill = page.locator('.react-flow__node').filter({ hasText: start })
      await dragDown(page, { from: pill.locator('.react-flow__handle'), by: 140 })
      await pick(kind)
      await panel.getByText(kind, { exact: true }).waitFor()
    },
    async write({ template }: { template: string }) {
      await choose(panel, { label: 'Modèle', option: template })
    },
    async waitDays(days: number) {
      await panel.getByLabel('Nombre de jours').fill(String(days))
    },
    async endWith(reason: string) {
      await choose(panel, { label: 'Motif', option: reason })
    },
    async seesProblem(words: string) {
      await panel.getByText(/^À corriger/).click()
      await panel.getByRole('button', { name: words }).first().waitFor()
      await panel.getByText('Réglages', { exact: true }).click()
    },
    async seesNothingToCorrect() {
      await panel.getByText(/^À corriger/).click()
      await panel.getByText('Rien à corriger').waitFor()
    },
    async publish({ note }: { note: string }) {
      await page.getByRole('button', { name: 'Publier', exact: true }).click()
      const dialog = page.getByRole('dialog', { name: /^Publier la version/ })
      await dialog.getByLabel('Note de version').fill(note)
      await dialog.getByRole('button', { name: /^Publier la v/ }).click()
      await page.getByText(/^Version \d+ publiée/).waitFor()
    },
  }
}

async function dragDown(page: Page, { from, by }: { from: Locator; by: number }) {
  // Waits until the view stands still and nothing covers the dot.
  await from.hover()
  const { x, y, width, height } = (await from.boundingBox())!
  await page.mouse.down()
  await page.mouse.move(x + width / 2, y + height / 2 + by, { steps: 6 })
  await page.mouse.up()
}
