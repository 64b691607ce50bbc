import type { Page } from 'playwright-core'

/** The import page. */
export function importPage(page: Page, home: string) {
  return {
    /** Lets a file in, once Relance has said what it holds: « Clients », « Contacts », « Factures et avoirs ». */
    async letIn(rows: readonly string[], { file, holds }: { file: string; holds: string }) {
      await page.goto(`${home}/import`)
      await page.setInputFiles('input[type=file]', {
        name: file,
        mimeType: 'text/csv',
        buffer: Buffer.from(rows.join('\r\n')),
      })
      await page.getByRole('heading', { name: 'Ce que Relance a reconnu' }).waitFor()
      await page.getByRole('definition').getByText(holds, { exact: true }).waitFor()
      await page.getByRole('button', { name: /^Importer 1\sligne$/ }).click()
      await page.getByRole('heading', { name: 'Import terminé' }).waitFor()
    },
  }
}
