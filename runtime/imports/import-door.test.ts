import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportReport } from '../contract/imports.ts'
import { defaultTerms } from '../domain/law/payment-terms.ts'
import { ImportError } from './import-error.ts'
import { importFile } from './import-file.ts'
import { usualLimits } from './import-limits.ts'
import { MemoryLedger } from './memory-ledger.ts'

const seed = 20_260_310
const limits = { ...usualLimits, bytes: 64 * 1024, lineBytes: 4_096, columns: 40, rows: 200 }

async function take(
  ledger: MemoryLedger,
  bytes: Buffer,
  mode: 'delta' | 'stock' = 'delta',
): Promise<ImportReport | ImportError> {
  try {
    const { report } = await importFile({
      source: { stream: Readable.from(chunked(bytes)) },
      fileName: 'export.csv',
      options: { mode },
      author: 'fuzz',
      limits,
      ports: {
        reader: ledger,
        writer: ledger,
        now: () => new Date('2026-03-10T09:00:00Z'),
        saveReport: async () => {},
        enrol: async () => {},
      },
    })
    return report
  } catch (error) {
    if (error instanceof ImportError) return error
    throw error
  }
}

/** Small chunks, so that every character may fall on a border. */
function* chunked(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 61) yield bytes.subarray(at, at + 61)
}

async function ledgerWith(items: string): Promise<MemoryLedger> {
  const ledger = new MemoryLedger([{ code: 'FR1', currency: 'EUR', zone: 'Europe/Paris', terms: defaultTerms }])
  await take(ledger, Buffer.from('Code client;Raison sociale\nC1;Brévent\nC2;Northgate\n'))
  await take(ledger, Buffer.from(items))
  ledger.writes = 0
  return ledger
}

const header = 'Facture;Code client;Date facture;Échéance;Montant;Solde\n'
const good = `${header}F1;C1;13/02/2026;15/03/2026;100,00;100,00\nF2;C2;14/02/2026;16/03/2026;1 200,50;1 200,50\n`

function judge(result: ImportReport | ImportError, ledger: MemoryLedger): void {
  if (result instanceof ImportError) {
    expect(ledger.writes, `${result.code} must change nothing`).toBe(0)
    expect(result.inWords('fr').length).toBeGreaterThan(10)
    return
  }
  expect(result.accepted + result.rejected.length).toBe(result.read)
  for (const { line, reason, code } of result.rejected) {
    expect(line).toBeGreaterThan(1)
    expect(reason).toMatch(/\p{L}.*[.?]$/su)
    expect(code).not.toBe('')
  }
  for (const item of ledger.itemsById.values()) {
    expect(Number.isSafeInteger(item.amount) && Number.isSafeInteger(item.open)).toBe(true)
    expect(Math.abs(item.open)).toBeLessThanOrEqual(Math.abs(item.amount))
    expect(item.issueDate).toMatch(/^(19[9]\d|20\d\d|2100)-\d\d-\d\d$/)
    expect(ledger.debtorsById.has(item.debtor)).toBe(true)
  }
}

test('whatever bytes come, the answer is a report or a refusal that changed nothing', {
  timeout: 120_000,
}, async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 3_000 }).map((array) => Buffer.from(array)),
    fc.string({ unit: 'binary', maxLength: 1_000 }).map((text) => Buffer.from(`${header}${text}`)),
    fc.string({ unit: 'grapheme', maxLength: 1_000 }).map((text) => Buffer.from(text, 'utf16le')),
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      const ledger = await ledgerWith(good)
      judge(await take(ledger, content), ledger)
    }),
    { seed, numRuns: 120 },
  )
})

const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'F1',
      'F2',
      'F3',
      'C1',
      'C2',
      '13/02/2026',
      '2026-02-14',
      '100,00',
      '-5',
      '',
      '"',
      '1.234',
      '=1+1',
    ),
  },
  fc.string({
    unit: fc.constantFrom(';', '"', '\n', '\r', ',', '0', '1', '-', '(', 'é', ' ', '/', '\ufeff'),
    maxLength: 12,
  }),
  fc.string({ maxLength: 20 }),
)

test('a mangled file never half writes, in delta or in stock mode', { timeout: 120_000 }, async () => {
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('delta' as const, 'stock' as const), async (lines, mode) => {
      const ledger = await ledgerWith(good)
      const before = ledger.itemsById.size
      const text = `${header}${lines.map((cells) => cells.join(';')).join('\n')}\n`
      const result = await take(ledger, Buffer.from(text), mode)
      judge(result, ledger)
      expect(ledger.itemsById.size).toBeGreaterThanOrEqual(before)
    }),
    { seed: seed + 1, numRuns: 60 },
  )
})

test('a good file with one byte damaged is refused, rejects lines, or is read to the same ids', {
  timeout: 120_000,
}, async () => {
  const damage = fc.record({ at: fc.nat({ max: Buffer.byteLength(good) - 1 }), byte: fc.nat({ max: 255 }) })
  await fc.assert(
    fc.asyncProperty(damage, async ({ at, byte }) => {
      const ledger = await ledgerWith(good)
      const damaged = Buffer.from(good)
      damaged[at] = byte
      judge(await take(ledger, damaged), ledger)
    }),
    { seed: seed + 2, numRuns: 120 },
  )
})

test('importing a file twice is importing it once', { timeout: 120_000 }, async () => {
  const row = fc
    .record({
      number: fc.nat({ max: 30 }),
      debtor: fc.constantFrom('C1', 'C2'),
      amount: fc.integer({ min: -99_999, max: 99_999 }),
      paid: fc.nat({ max: 100 }),
    })
    .map(({ number, debtor, amount, paid }) => {
      const open = Math.trunc((amount * paid) / 100)
      return `N${number};${debtor};13/02/2026;15/03/2026;${(amount / 100).toFixed(2)};${(open / 100).toFixed(2)}`
    })
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 20 }), async (rows) => {
      const ledger = await ledgerWith(good)
      const file = Buffer.from(`${header}${rows.join('\n')}\n`)
      await take(ledger, file)
      const after = structuredClone([...ledger.itemsById])
      ledger.writes = 0
      const again = await take(ledger, file)
      expect(ledger.writes).toBe(0)
      expect([...ledger.itemsById]).toEqual(after)
      if (!(again instanceof ImportError)) expect([again.created, again.changed]).toEqual([0, 0])
    }),
    { seed: seed + 3, numRuns: 60 },
  )
})
