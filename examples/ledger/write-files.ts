import { writeFile } from 'node:fs/promises'
import { generateLedger } from './generate.ts'

/** Day of the committed files. */
const today = '2026-03-16'
/** What ISO-8859-15 has instead of rare signs of ISO-8859-1. */
const latin9: Readonly<Record<string, number>> = { '€': 0xa4, Œ: 0xbc, œ: 0xbd, '’': 0x27 }

const files = generateLedger({ today, prefix: 'H' })
for (const [name, text] of Object.entries(files)) {
  const bytes = name === 'debtors' ? Buffer.from([...text].map((sign) => latin9[sign] ?? sign.charCodeAt(0))) : text
  await writeFile(new URL(`${name}.csv`, import.meta.url), bytes)
}
