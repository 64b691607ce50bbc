import type { Page } from 'playwright-core'

/** The page where payments are entered. */
export function paymentsPage(page: Page, home: string) {
  return {
    /** The whole amount, received today. */
    async enterPaymentInFull(number: string) {
      await page.goto(`${home}/payments`)
      await page.getByLabel('Numéro de facture ou client').fill(number)
      await page.getByRole('button', { name: new RegExp(`^${number}`) }).click()
      await page.getByRole('button', { name: /^Enregistrer/ }).click()
      await page.getByRole('heading', { name: 'Relances arrêtées' }).waitFor()
    },
  }
}
