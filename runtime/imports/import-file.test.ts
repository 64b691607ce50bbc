import { Readable } from 'node:stream'
import iconv from 'iconv-lite'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ImportReport } from '../contract/imports.ts'
import { defaultTerms } from '../domain/law/payment-terms.ts'
import { importFile } from './import-file.ts'
import { usualLimits } from './import-limits.ts'
import type { ImportOptions } from './import-request.ts'
import { MemoryLedger } from './memory-ledger.ts'

const entities = [
  { code: 'FR1', currency: 'EUR', zone: 'Europe/Paris', terms: defaultTerms },
  { code: 'FR2', currency: 'EUR', zone: 'Europe/Paris', terms: { days: 45, endOfMonth: 'after-days' as const } },
]
let ledger: MemoryLedger
let enrolled: string[]
let saved: ImportReport[]
let now: Date

beforeEach(() => {
  ledger = new MemoryLedger(entities)
  enrolled = []
  saved = []
  now = new Date('2026-03-10T09:00:00Z')
})

async function take(
  content: string | Buffer,
  options: ImportOptions = {},
  fileName = 'export.csv',
): Promise<ImportReport> {
  const { report, enrolled: done } = await importFile({
    source: { stream: Readable.from([Buffer.from(content)]) },
    fileName,
    options: { entity: 'FR1', ...options },
    author: 'Claire Vasseur',
    limits: { ...usualLimits, lineBytes: 4_096, columns: 50, rows: 5_000 },
    ports: {
      reader: ledger,
      writer: ledger,
      now: () => now,
      saveReport: async (report) => void saved.push(report),
      enrol: async (items) => void enrolled.push(...items),
    },
  })
  await done
  return report
}

const customers =
  'Code client;Raison sociale;Segment;Pays\nC001;Ateliers Brévent;PME;FR\nC002;Northgate Tooling Ltd;ETI;GB\n'
const items = (rows: string) => `Facture;Code client;Date facture;Échéance;Montant TTC;Solde\n${rows}`
const open = () => Object.fromEntries([...ledger.itemsById.values()].map(({ number, open }) => [number, open]))
const refusal = (code: string) => expect.objectContaining({ name: 'ImportError', code })

async function opened(rows: string): Promise<void> {
  await take(customers)
  await take(items(rows))
  ledger.writes = 0
}

describe('A file is recognised before anything is written', () => {
  const text = 'Code client;Raison sociale\nC001;Société Générale d’Étanchéité €\n'

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 (BOM)', Buffer.from(`\ufeff${text}`)],
    ['ISO-8859-15', iconv.encode(text.replace('’', "'"), 'ISO-8859-15')],
    ['ISO-8859-1', iconv.encode(text.replace('’', "'").replace('€', 'EUR'), 'ISO-8859-1')],
    ['Windows-1252', iconv.encode(text, 'windows-1252')],
    ['UTF-16LE', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16BE', iconv.encode(text, 'utf-16be', { addBOM: true })],
  ])('in %s', async (encoding, bytes) => {
    const report = await take(bytes)
    expect(report.detection?.encoding).toBe(encoding)
    expect(ledger.debtorsById.get('FR1:C001')?.name).toMatch(/^Société Générale d.Étanchéité (€|EUR)$/)
  })

  test.each([';', ',', '\t', '|'])('separated by %j', async (separator) => {
    const report = await take(customers.replaceAll(';', separator))
    expect(report).toMatchObject({ accepted: 2, detection: { separator, subject: 'debtors' } })
  })

  test('with the order of its dates and its decimal sign, and what remains doubtful', async () => {
    await take(customers)
    const rows = 'F1;C001;01/02/2026;25/03/2026;1 200,50;\nF2;C002;02/03/2026;03/04/2026;12,00;\n'
    const { detection } = await take(items(rows), { dryRun: true })
    expect(detection).toMatchObject({ dates: 'DD/MM/YYYY', decimals: ',', doubts: [] })
    const american = await take(items('F1;C001;02/01/2026;03/25/2026;1200.50;\n'), { dryRun: true })
    expect(american.detection).toMatchObject({ dates: 'MM/DD/YYYY', decimals: '.' })
    const doubtful = await take(items('F1;C001;02/01/2026;03/02/2026;1.200;\n'), { dryRun: true })
    expect(doubtful.detection).toMatchObject({ dates: 'DD/MM/YYYY', doubts: ['dates', 'decimals'] })
    expect(doubtful.rejected[0]?.code).toBe('amount-ambiguous')
  })

  test('a person’s choice wins over the detection', async () => {
    await take(customers)
    const rows = items('F1;C001;02/01/2026;03/02/2026;1.200;\n')
    await take(rows, { dates: 'month-first', decimal: ',' })
    expect(ledger.itemsById.get('FR1:F1:2026')).toMatchObject({
      issueDate: '2026-02-01',
      dueDate: '2026-03-02',
      amount: 120_000,
    })
  })

  test('Excel’s sep= line, blank lines, CR CR LF and a last line without end are no obstacle', async () => {
    const report = await take(
      'sep=;\r\r\nCode client;Raison sociale\r\r\n\r\nC001;"Dupré\r\net Fils"\r\nC002;12" Pipe Co\r\nC003;Fin',
    )
    expect(report).toMatchObject({ read: 3, accepted: 3 })
    expect([...ledger.debtorsById.values()].map(({ name }) => name)).toEqual(['Dupré et Fils', '12" Pipe Co', 'Fin'])
  })
})

describe('A file that is malformed as a whole changes nothing at all', () => {
  const quoted = `${customers}C003;"never closed;PME;FR\nC004;Other;PME;FR\n`

  test.each([
    ['empty-file', ''],
    ['empty-file', '\ufeff'],
    ['binary-file', Buffer.from([0x50, 0x4b, 3, 4, 1, 2])],
    ['binary-file', Buffer.from('%PDF-1.7 …')],
    ['binary-file', Buffer.from([1, 2, 0, 0, 5])],
    ['line-too-long', `Code client;Raison sociale\nC001;${'x'.repeat(10_000)}`],
    ['headers-not-recognised', 'foo;bar\n1;2\n'],
    ['headers-not-recognised', '<html><body>Session expired</body></html>'],
    ['no-rows', 'Code client;Raison sociale\n'],
    ['too-many-rows', `Code client;Raison sociale\n${'C;x\n'.repeat(5_001)}`],
    ['too-many-columns', `Code client;Raison sociale\nC001;x${';'.repeat(60)}\n`],
    ['malformed-csv', quoted],
  ])('%s', async (code, content) => {
    await expect(take(content)).rejects.toEqual(refusal(code))
    expect([ledger.writes, saved.length, enrolled.length]).toEqual([0, 0, 0])
  })

  test('a line of a gigabyte is refused after its first kilobytes', async () => {
    let sent = 0
    const endless = Readable.from(
      (function* () {
        for (; sent < 1_000; sent += 1) yield Buffer.alloc(1024 * 1024, 'x')
      })(),
    )
    const attempt = importFile({
      source: { stream: endless },
      fileName: 'big.csv',
      options: {},
      author: 'x',
      ports: { reader: ledger, writer: ledger, now: () => now, saveReport: async () => {}, enrol: async () => {} },
    })
    await expect(attempt).rejects.toEqual(refusal('line-too-long'))
    expect(sent).toBeLessThan(20)
  })

  test.each(['fec', 'camt053', 'cfonb120', 'facturx'] as const)(
    'the format %s is not supported yet, and says so',
    async (format) => {
      await expect(take(customers, { format })).rejects.toEqual(refusal('format-not-supported'))
    },
  )

  test('the entity must be known, and chosen where there are several', async () => {
    await expect(take(customers, { entity: 'XX' })).rejects.toEqual(refusal('unknown-entity'))
    await expect(take(customers, { entity: undefined })).rejects.toEqual(refusal('entity-needed'))
    await take(customers, { entity: 'FR2' })
    await take(items('F1;C001;01/02/2026;;100,00;\n'), { entity: undefined })
    expect(
      ledger.itemsById.get('FR2:F1:2026')?.dueDate,
      'the only entity that knows these customers, with its terms',
    ).toBe('2026-03-31')
  })

  test('a customer overseas is reached by the clock of the island, and moves to it', async () => {
    const header = 'Code client;Raison sociale;Pays;Code postal\n'
    const zones = () => [...ledger.debtorsById.values()].map(({ zone }) => zone)
    await take(`${header}C1;Rhumerie du Nord;FR;97220\nC2;Garage du Port;FR;75011\nC3;Canne et Cie;RE;\n`)
    expect(zones()).toEqual(['America/Martinique', 'Europe/Paris', 'Indian/Reunion'])
    await take(`${header}C2;Garage du Port;;97400\n`)
    expect(zones()).toEqual(['America/Martinique', 'Indian/Reunion', 'Indian/Reunion'])
  })

  test('the refusal names the cure in French and in English', async () => {
    const error = await take('foo;bar\n1;2\n').catch((error) => error)
    expect(error.inWords('fr')).toContain('code client, raison sociale')
    expect(error.inWords('en')).toContain('customer code, name')
  })
})

describe('A line that cannot be right is rejected with its place, reason and cure, and the others are taken', () => {
  beforeEach(() => opened('OLD;C001;01/02/2026;01/03/2026;50,00;50,00\n'))

  test.each([
    ['missing', ';C001;01/02/2026;01/03/2026;10,00;'],
    ['missing', 'F9;C001;01/02/2026;01/03/2026;;'],
    ['unknown-debtor', 'F9;C999;01/02/2026;01/03/2026;10,00;'],
    ['amount-unreadable', 'F9;C001;01/02/2026;01/03/2026;dix euros;'],
    ['amount-unreadable', 'F9;C001;01/02/2026;01/03/2026;=1+1;'],
    ['amount-absurd', 'F9;C001;01/02/2026;01/03/2026;99999999999999,00;'],
    ['open-exceeds-amount', 'F9;C001;01/02/2026;01/03/2026;10,00;20,00'],
    ['open-exceeds-amount', 'F9;C001;01/02/2026;01/03/2026;10,00;-5,00'],
    ['date-out-of-range', 'F9;C001;01/02/1889;01/03/2026;10,00;'],
    ['date-out-of-range', 'F9;C001;01/02/2026;01/03/2150;10,00;'],
    ['date-unreadable', 'F9;C001;31/02/2026;01/03/2026;10,00;'],
    ['due-before-issue', 'F9;C001;01/03/2026;01/02/2026;10,00;'],
    ['too-many-cells', 'F9;C001;01/03/2026;01/04/2026;10,00;;surplus'],
    ['broken-quote', '"F9;C001;x\nF10;C001;01/03/2026";C001;01/03/2026;01/04/2026;10,00;'],
    ['too-long', `${'9'.repeat(70)};C001;01/03/2026;01/04/2026;10,00;`],
  ])('%s', async (code, line) => {
    const report = await take(items(`GOOD;C001;13/02/2026;01/03/2026;10,00;\n${line}\n`))
    expect(report.rejected).toEqual([{ line: 3, code, reason: expect.stringMatching(/\.$/) }])
    expect(open()).toEqual({ OLD: 5_000, GOOD: 1_000 })
  })

  test('a number that stands twice is not taken at all, and both lines are named', async () => {
    const row = (number: string, amount: string) => `${number};C001;13/02/2026;01/03/2026;${amount};\n`
    const report = await take(items(row('F1', '10,00') + row('F2', '20,00') + row('F1', '30,00')))
    expect(report.rejected.map(({ line, code }) => [line, code])).toEqual([
      [2, 'duplicate'],
      [4, 'duplicate'],
    ])
    expect(report.rejected[0]?.reason).toContain('lignes 2, 4')
    expect(open()).toEqual({ OLD: 5_000, F2: 2_000 })
  })

  test('a negative invoice is refused, a negative line without type is a credit note, an avoir lowers the account', async () => {
    const typed = 'Facture;Type;Code client;Date facture;Échéance;Montant\n'
    const report = await take(
      `${typed}F1;facture;C001;13/02/2026;01/03/2026;-10,00\nA1;avoir;C001;13/02/2026;01/03/2026;20,00\nA2;;C001;13/02/2026;01/03/2026;(30,00)\nX;bidule;C001;13/02/2026;;1,00\n`,
    )
    expect(report.rejected.map(({ code }) => code)).toEqual(['amount-negative', 'unknown-choice'])
    expect(open()).toEqual({ OLD: 5_000, A1: -2_000, A2: -3_000 })
    expect(ledger.itemsById.get('FR1:A2:2026')?.type).toBe('credit-note')
  })

  test('a cell that a spreadsheet would run stays the text that it is', async () => {
    await take('Code client;Raison sociale\n=1+1;@SUM(A1:A9)\n')
    expect(ledger.debtorsById.get('FR1:=1+1')?.name).toBe('@SUM(A1:A9)')
  })

  test('currencies are known ones, with their own decimals, and never change on an item', async () => {
    const rows = 'Facture;Code client;Date facture;Échéance;Montant;Devise\n'
    const report = await take(
      `${rows}J1;C001;13/02/2026;01/03/2026;1200;JPY\nZ1;C001;13/02/2026;01/03/2026;10;ZZZ\nOLD;C001;01/02/2026;01/03/2026;50;USD\n`,
    )
    expect(report.rejected.map(({ code }) => code)).toEqual(['unknown-currency', 'other-currency'])
    expect(report.open).toEqual({ JPY: 1_200 })
  })
})

describe('Importing again', () => {
  const rows = 'F1;C001;01/02/2026;01/03/2026;100,00;100,00\nF2;C002;13/02/2026;15/03/2026;200,00;50,00\n'

  test('the same file changes nothing', async () => {
    await opened(rows)
    const before = structuredClone([...ledger.itemsById])
    const report = await take(items(rows))
    expect(report).toMatchObject({ accepted: 2, created: 0, changed: 0, unchanged: 2, open: { EUR: 15_000 } })
    expect([ledger.writes, [...ledger.itemsById]]).toEqual([0, before])
    expect((await take(customers)).unchanged).toBe(2)
  })

  test('a dry run tells the same and writes nothing', async () => {
    await take(customers)
    ledger.writes = 0
    saved = []
    const rehearsal = await take(items(rows), { dryRun: true })
    expect([ledger.writes, saved.length, ledger.itemsById.size]).toEqual([0, 0, 0])
    const real = await take(items(rows))
    expect({ ...rehearsal, dryRun: false, status: 'enrolling' }).toEqual({ ...real, status: 'enrolling' })
  })

  test('open invoices get their reminders, settled ones and credit notes do not', async () => {
    await take(customers)
    await take(items(`${rows}F3;C001;13/02/2026;01/03/2026;10,00;0,00\nA1;C001;13/02/2026;01/03/2026;-10,00;\n`))
    expect(enrolled).toEqual(['FR1:F1:2026', 'FR1:F2:2026'])
  })

  test('a lower balance in the file counts as paid, a higher one reopens', async () => {
    await opened(rows)
    await take(items('F1;C001;01/02/2026;01/03/2026;100,00;0,00\n13;C001;13/02/2026;;1,00;\n'))
    expect(ledger.itemsById.get('FR1:F1:2026')).toMatchObject({ open: 0, paidDate: '2026-03-10' })
    await take(items('F1;C001;01/02/2026;01/03/2026;100,00;100,00\n13;C001;13/02/2026;;1,00;\n'))
    expect(ledger.itemsById.get('FR1:F1:2026')).toMatchObject({ open: 10_000, paidDate: null })
  })

  test('an export that does not know a payment yet does not bring the reminders back', async () => {
    await opened(rows)
    await take('Facture;Montant réglé;Date de règlement\nF1;100,00;2026-03-10\n')
    expect(open()).toMatchObject({ F1: 0 })
    await take(items(rows))
    expect(open()).toMatchObject({ F1: 0 })
  })

  test('a customer keeps what the file does not say, and a person who opted out stays so', async () => {
    await take('Code client;Raison sociale;Ville;E-mail\nC001;Brévent;Annecy;compta@brevent.example\n')
    await take(
      'Code client;Nom du contact;Rôle;E-mail;Ne plus contacter\nC001;Léa Morin;comptabilité;compta@brevent.example;oui\n',
    )
    await take('Code client;Raison sociale;Ville;E-mail\nC001;Brévent SAS;;compta@brevent.example\n')
    expect(ledger.debtorsById.get('FR1:C001')).toMatchObject({
      name: 'Brévent SAS',
      city: 'Annecy',
      contacts: [{ name: 'Léa Morin', optedOut: true }],
    })
  })

  test('the contacts of a role replace those it had, so that nobody writes to who has left', async () => {
    await take(customers)
    const file = (rows: string) => `Code client;Nom du contact;Rôle;E-mail\n${rows}`
    await take(
      file(
        'C001;Léa;comptabilité;lea@b.example\nC001;Paul;comptabilité;paul@b.example\nC001;Zoé;achats;zoe@b.example\n',
      ),
    )
    const report = await take(file('C001;Nora;comptabilité;nora@b.example\nC404;X;achats;x@b.example\n'))
    expect(report.rejected.map(({ code }) => code)).toEqual(['unknown-debtor'])
    expect(ledger.debtorsById.get('FR1:C001')?.contacts.map(({ name }) => name)).toEqual(['Nora', 'Zoé'])
  })

  test('an invoice file that names its customers creates those it does not know', async () => {
    const report = await take(
      'Facture;Code client;Raison sociale;E-mail;Échéance;Montant\nF1;N1;Novaterre;ap@novaterre.example;31/03/2026;10\n',
    )
    expect(report).toMatchObject({ items: 1, debtors: 1 })
    expect(ledger.debtorsById.get('FR1:N1')).toMatchObject({
      segment: 'pme',
      contacts: [{ email: 'ap@novaterre.example' }],
    })
  })
})

describe('A stock settles what it no longer lists', () => {
  const line = (number: string) => `${number};C001;13/02/2026;15/03/2026;10,00;10,00\n`
  const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `F${from + index}`)

  beforeEach(() => opened(numbers(0, 30).map(line).join('')))

  test('and only that', async () => {
    const report = await take(items(numbers(3, 30).map(line).join('')), { mode: 'stock' })
    expect(report).toMatchObject({ settled: 3, unchanged: 27 })
    expect(ledger.itemsById.get('FR1:F0:2026')).toMatchObject({ open: 0, paidDate: '2026-03-10' })
    expect((await ledger.openItems('FR1')).length).toBe(27)
  })

  test('a delta settles nothing', async () => {
    expect((await take(items(line('F3')))).settled).toBe(0)
    expect((await ledger.openItems('FR1')).length).toBe(30)
  })

  test('a file cut short does not close the book, unless a person insists', async () => {
    const short = items(numbers(0, 10).map(line).join(''))
    await expect(take(short, { mode: 'stock' })).rejects.toEqual(refusal('stock-would-settle-too-much'))
    expect(ledger.writes).toBe(0)
    expect((await take(short, { mode: 'stock', force: true })).settled).toBe(20)
  })

  test('an item on a rejected line is still listed, and a line without number forbids to conclude', async () => {
    const rows = numbers(1, 30).map(line).join('')
    const report = await take(items(`${rows}F0;C001;bad;bad;10,00;10,00\n`), { mode: 'stock' })
    expect(report).toMatchObject({ settled: 0, rejected: [{ line: 31 }] })
    await expect(take(items(`${rows};C001;13/02/2026;;1,00;\n`), { mode: 'stock' })).rejects.toEqual(
      refusal('stock-has-unreadable-lines'),
    )
  })

  test('a dry run counts what would be settled', async () => {
    expect((await take(items(numbers(1, 30).map(line).join('')), { mode: 'stock', dryRun: true })).settled).toBe(1)
    expect(ledger.writes).toBe(0)
  })

  test('the mode is for items', async () => {
    await expect(take(customers, { mode: 'stock' })).rejects.toEqual(refusal('stock-of-items-only'))
  })
})

describe('Payments', () => {
  const pay = (rows: string) => take(`Facture;Montant réglé;Date de règlement;Référence\n${rows}`)
  beforeEach(() => opened('F1;C001;01/02/2026;01/03/2026;100,00;\nF2;C001;13/02/2026;15/03/2026;200,00;\n'))

  test('lower the open amount, once, however often the file comes', async () => {
    const rows = 'F1;40,00;2026-03-01;V1\nF1;60,00;2026-03-05;V2\nF2;50,00;2026-03-05;V2\n'
    expect(await pay(rows)).toMatchObject({ created: 3, open: { EUR: 15_000 } })
    expect(ledger.itemsById.get('FR1:F1:2026')).toMatchObject({ open: 0, paidDate: '2026-03-05' })
    expect(await pay(rows)).toMatchObject({ created: 0, unchanged: 3 })
    expect(open()).toEqual({ F1: 0, F2: 15_000 })
  })

  test.each([
    ['unknown-invoice', 'F404;10,00;2026-03-01;V1'],
    ['amount-negative', 'F1;-10,00;2026-03-01;V1'],
    ['amount-negative', 'F1;0;2026-03-01;V1'],
    ['payment-in-the-future', 'F1;10,00;2026-03-11;V1'],
    ['missing', ';10,00;2026-03-01;V1'],
  ])('%s', async (code, row) => {
    expect((await pay(`${row}\n`)).rejected.map((reject) => reject.code)).toEqual([code])
    expect(open()).toEqual({ F1: 10_000, F2: 20_000 })
  })

  test('a payment of the past that the stated balance already bears is history, not a second deduction', async () => {
    await take(items('F5;C001;01/12/2025;15/01/2026;100,00;40,00\n'))
    await pay('F5;60,00;2026-02-15;V7\n')
    expect(open()).toMatchObject({ F5: 4_000 })
    await pay('F5;40,00;2026-03-10;V9\n')
    expect(open()).toMatchObject({ F5: 0 })
  })

  test('a payment of a settled invoice is not booked twice', async () => {
    await pay('F1;100,00;2026-03-01;V1\n')
    expect((await pay('F1;100,00;2026-03-01;V2\n')).rejected[0]?.code).toBe('already-settled')
  })
})
