import { stringify } from 'csv-stringify/sync'

/**
 * Rows as CSV for a spreadsheet: UTF-8 with BOM, `;`, CR LF. A text that a spreadsheet would run as a formula (leading
 * `=`, `+`, `-`, `@`, tab or return) is led by an apostrophe, unless it is a number (OWASP, CSV injection).
 */
export function writeCsv(
  rows: readonly (readonly (string | number)[])[],
  options: { separator?: string } = {},
): string {
  const safe = rows.map((row) => row.map((cell) => asText(String(cell))))
  return stringify(safe, { bom: true, delimiter: options.separator ?? ';', record_delimiter: 'windows' })
}

const formula = /^[\s\u00a0]*[=+\-@\t\r|]/
const number = /^[-+]?\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?$/

function asText(text: string): string {
  return formula.test(text) && !number.test(text) ? `'${text}` : text
}
