import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { importFile } from '@relance/runtime/imports/import-file'
import { MemoryLedger } from '@relance/runtime/imports/memory-ledger'
import { describe, expect, test } from 'vitest'
import { entities } from './entities.ts'
import { generateLedger } from './generate.ts'

const order = ['debtors', 'contacts', 'items', 'payments'] as const
const today = '2026-11-23'

async function load(files: Record<(typeof order)[number], string | Buffer>, at: string) {
  const ledger = new MemoryLedger(entities)
  const rejected: unknown[] = []
  for (const name of order) {
    const { report } = await importFile({
      source: { stream: Readable.from([Buffer.from(files[name])]) },
      fileName: `${name}.csv`,
      options: {},
      author: 'demo',
      ports: {
        reader: ledger,
        writer: ledger,
        now: () => new Date(`${at}T08:00:00Z`),
        saveReport: async () => {},
        enrol: async () => {},
      },
    })
    rejected.push(...report.rejected)
  }
  return { ledger, rejected }
}

describe('The demo ledger', { timeout: 60_000 }, () => {
  const loaded = load(generateLedger({ today }), today)

  test('is taken by the import without a single reject, whatever the day', async () => {
    const leapDay = '2028-02-29'
    for (const { ledger, rejected } of [await loaded, await load(generateLedger({ today: leapDay }), leapDay)]) {
      expect(rejected).toEqual([])
      expect(ledger.debtorsById.size).toBeGreaterThanOrEqual(300)
      expect(ledger.itemsById.size).toBeGreaterThanOrEqual(2_000)
    }
  })

  test.each(entities.map(({ code }) => code))(
    'leaves between 25 and 35 %% of what %s is owed overdue',
    async (code) => {
      const { ledger } = await loaded
      const items = [...ledger.itemsById.values()].filter(({ entity }) => entity === code)
      const sum = (list: typeof items) => list.reduce((total, { open }) => total + open, 0)
      const rate = sum(items.filter(({ dueDate }) => dueDate < today)) / sum(items)
      expect(rate).toBeGreaterThan(0.25)
      expect(rate).toBeLessThan(0.35)
    },
  )

  test('knows all segments, credit notes, part payments and large late invoices', async () => {
    const { ledger } = await loaded
    const items = [...ledger.itemsById.values()]
    expect(new Set(items.map(({ segment }) => segment)).size).toBe(4)
    expect(items.filter(({ type, open }) => type === 'credit-note' && open < 0).length).toBeGreaterThan(3)
    expect(items.filter(({ open, amount }) => open > 0 && open < amount).length).toBeGreaterThan(5)
    const large = items.filter(({ open, dueDate }) => open > 4_000_000 && dueDate < '2026-10-23')
    expect(large.length).toBeGreaterThanOrEqual(3)
  })

  test('is the same for the same day and seed', () => {
    expect(generateLedger({ today })).toEqual(generateLedger({ today }))
    expect(generateLedger({ today, seed: 2 }).items).not.toBe(generateLedger({ today }).items)
  })

  test('names nobody real: reserved domains, fictional numbers, impossible SIREN', () => {
    const { debtors, contacts } = generateLedger({ today })
    for (const [, domain] of contacts.matchAll(/@([^;\r\n]+)/g)) expect(domain).toMatch(/\.(example|test)$/)
    const phones = [...contacts.matchAll(/;((?:\+|0)[\d ]{9,});/g)].map(([, phone]) => phone)
    expect(phones.length).toBeGreaterThan(400)
    for (const phone of phones)
      expect(phone).toMatch(/^(01 99 00|02 61 91|03 53 01|04 65 71|05 36 49|06 39 98|\+44 20 7946)/)
    for (const [, siren] of debtors.matchAll(/;(\d{9});/g)) expect(luhn(siren!)).not.toBe(0)
  })

  test('lies in the repository as files of 16 March 2026, one of them in ISO-8859-15', async () => {
    const read = (name: string) => readFileSync(new URL(`${name}.csv`, import.meta.url))
    const files = {
      debtors: read('debtors'),
      contacts: read('contacts'),
      items: read('items'),
      payments: read('payments'),
    }
    const { ledger, rejected } = await load(files, '2026-03-16')
    expect(rejected).toEqual([])
    const generated = generateLedger({ today: '2026-03-16', prefix: 'H' })
    const names = [...ledger.debtorsById.values()].map(({ name }) => name)
    for (const name of names) expect(generated.debtors).toContain(`;${name};`)
    expect([files.items.toString(), files.payments.toString()]).toEqual([generated.items, generated.payments])
    expect(names.some((name) => /[Œœ]/.test(name))).toBe(true)
  })
})

function luhn(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10
}
