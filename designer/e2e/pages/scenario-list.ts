import type { Page } from 'playwright-core'

/** The list of scenarios, as a finance director works it. */
export function scenarioList(page: Page, home: string) {
  return {
    /** Leads to the studio with an empty canvas. */
    async startNewScenario() {
      await page.goto(`${home}/scenarios`)
      await page.getByRole('button', { name: 'Nouveau scénario' }).first().click()
      await page.getByText('Par quoi commence la relance ?').waitFor()
    },
    async seesPublished(name: string, { version }: { version: number }) {
      await page.goto(`${home}/scenarios`)
      const card = page.getByRole('article').filter({ has: page.getByRole('link', { name, exact: true }) })
      await card.getByText(`Publié, version ${version}`).waitFor()
    },
  }
}
