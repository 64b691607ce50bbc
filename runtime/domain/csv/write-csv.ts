/**
 * Rows as CSV for a spreadsheet: UTF-8 with BOM, `;`, CR LF. A text that a spreadsheet would run as a formula (leading
 * `=`, `+`, `-`, `@`, tab or return) is led by an apostrophe, unless it is a number (OWASP, CSV injection).
 */
export function writeCsv(
  rows: readonly (readonly (string | number)[])[],
  options: { separator?: string } = {},
): string {
  const separator = options.separator ?? ';'
  const lines = rows.map((row) => row.map((cell) => writeCell(cell, separator)).join(separator))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

const formula = /^[\s\u00a0]*[=+\-@\t\r|]/
const number = /^[-+]?\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?$/

function writeCell(cell: string | number, separator: string): string {
  const text = String(cell)
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text
  const quoted = safe.includes(separator) || /["\r\n]/.test(safe) || safe.startsWith(' ') || safe.endsWith(' ')
  return quoted ? `"${safe.replaceAll('"', '""')}"` : safe
}
