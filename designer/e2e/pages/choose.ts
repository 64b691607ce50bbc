import type { Locator } from 'playwright-core'

/** Picks an option of a drop-down list by the words on the screen. */
export async function choose(place: Locator, { label, option }: { label: string; option: string }): Promise<void> {
  const field = place.getByLabel(label, { exact: true }).first()
  await field.click()
  // The list opens over the page, beside the panel that it belongs to.
  await place.page().getByRole('option', { name: option, exact: true }).click()
}
