import type { Page } from 'playwright-core'

/** The page of one invoice. */
export function invoicePage(page: Page, home: string) {
  return {
    async open(number: string) {
      await page.goto(`${home}/invoices?search=${encodeURIComponent(number)}`)
      await page.getByRole('link', { name: number, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: `Facture ${number}` }).waitFor()
    },
    /** Waits until the timeline holds an entry that begins so. */
    async timelineSays(words: string) {
      await page.getByRole('listitem').filter({ hasText: words }).first().waitFor()
    },
    async seesScenarioEnded() {
      await page
        .getByText(/^Scénario terminé/)
        .first()
        .waitFor()
    },
  }
}
