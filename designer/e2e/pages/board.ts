import type { Page } from 'playwright-core'

/** The drawing board, which hears the keys of the canvas. */
export function board(page: Page) {
  return page.getByRole('application', { name: /^Dessin du scénario/ })
}

/** Opens a scenario and waits until its drawing hears the keyboard. */
export async function openBoard(page: Page, url: string): Promise<void> {
  if (page.url() !== url) await page.goto(url)
  await board(page).waitFor()
  await page.locator('.react-flow__node-card').first().waitFor()
  await board(page).focus()
}

/** Chooses so many steps from the first on, with the keyboard. */
export async function chosen(page: Page, count: number): Promise<void> {
  await page.keyboard.press('ArrowDown')
  for (let more = 1; more < count; more += 1) await page.keyboard.press('Shift+ArrowDown')
  await page
    .getByText(new RegExp(`^${count}\\séléments choisis`))
    .first()
    .waitFor()
}
