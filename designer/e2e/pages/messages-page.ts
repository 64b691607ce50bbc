import type { Page } from 'playwright-core'

/** The page of messages: what waits for a confirmation, and what left. */
export function messagesPage(page: Page, home: string) {
  const row = (customer: string) => page.getByRole('table', { name: 'Messages' }).getByRole('row', { name: customer })
  return {
    /** Waits until the message stands among those to confirm, and opens it. */
    async openTheOneFor(customer: string) {
      await page.goto(`${home}/messages`)
      await page.getByLabel('Client', { exact: true }).fill(customer)
      await page.waitForURL(/search=/)
      await row(customer).getByRole('link', { name: customer }).click()
      await page.getByRole('button', { name: 'Confirmer l’envoi' }).waitFor()
    },
    /** The text of the opened message, as the customer will read it. */
    async read(): Promise<string> {
      await page.getByText('Texte seul', { exact: true }).click()
      return (await page.getByRole('dialog').locator('pre').textContent()) ?? ''
    },
    async confirmIt() {
      await page.getByRole('button', { name: 'Confirmer l’envoi' }).click()
      await page.getByRole('button', { name: /^Confirmer 1\senvoi$/ }).click()
      await page.getByText(/^1\senvoi confirmé/).waitFor()
    },
    /** Waits until nothing is to be confirmed for this customer. */
    async seesNothingToConfirmFor(customer: string) {
      await page.goto(`${home}/messages?search=${encodeURIComponent(customer)}`)
      await page.getByText('Rien à confirmer').waitFor()
    },
  }
}
