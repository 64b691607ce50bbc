import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const options = {
  iframes: false,
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}

/**
 * What axe-core finds against WCAG 2.2 A and AA and its good practices, one line per fault with the place. An empty list is a
 * clean page. The inside of a sandboxed e-mail preview is the template's own affair.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(await axeSource)
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary?.replaceAll('\n', ' ')}`),
  )
}

/** The heading of a window is a second banner to axe: the component library's own. */
const library = ['landmark-no-duplicate-banner', 'landmark-unique']

/** The faults of a page under an open window, without those of the library. */
export async function ownFaults(page: Page): Promise<string[]> {
  return (await accessibilityFaults(page)).filter((fault) => !library.some((known) => fault.startsWith(known)))
}
