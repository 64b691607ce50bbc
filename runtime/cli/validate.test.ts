import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

const program = new URL('./relance.mjs', import.meta.url).pathname
const pme = new URL('../../examples/scenarios/pme.json', import.meta.url).pathname

// Each test starts the program several times.
vi.setConfig({ testTimeout: 60_000 })

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relance-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the program as a person would, in French. */
function relance(...args: string[]): Promise<Ran> {
  const env = { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '' }
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err })
    })
  })
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('relance validate', () => {
  test('finds nothing to correct in the scenario for medium-sized customers', async () => {
    const { code, out } = await relance('validate', pme)
    expect(out).toContain('rien à corriger')
    expect(code).toBe(0)
  })

  test('names the step, the place and the cure, in the language asked for', async () => {
    const document = {
      format: 'relance.scenario/1',
      id: 'court',
      name: 'Trop court',
      entries: { open: 'attente' },
      nodes: [
        { id: 'attente', kind: 'wait', kindVersion: 1, settings: {}, position: { x: 0, y: 0 }, label: 'Huit jours' },
      ],
      edges: [],
    }
    const path = await file('court.json', JSON.stringify(document))
    const french = await relance('validate', path)
    expect(french.out).toContain("✗ Huit jours (attente) › next : L'issue « next » ne mène à rien")
    expect(french.code).toBe(1)
    const english = await relance('validate', path, '--lang', 'en', '--json')
    expect(JSON.parse(english.out)).toMatchObject({
      ok: false,
      problems: [
        { code: 'outcome-not-wired', node: 'attente', text: 'The outcome “next” leads nowhere: connect it to a step.' },
      ],
    })
  })

  test('says where a file that is not JSON breaks off', async () => {
    const { code, out } = await relance('validate', await file('broken.json', '{"format": '))
    expect(out).toContain("Le fichier n'est pas du JSON")
    expect(code).toBe(1)
  })

  test('a file that is not there, and a language that is not spoken, are wrong use', async () => {
    const missing = await relance('validate', join(folder, 'nowhere.json'))
    expect(missing.err).toContain('Vérifiez le chemin')
    expect(missing.code).toBe(2)
    expect((await relance('validate', pme, '--lang', 'de')).code).toBe(2)
  })
})

describe('relance simulate', () => {
  const ledger = [
    'N° facture;Code client;Raison sociale;Date facture;Date échéance;Montant TTC;Solde',
    'F1;C1;Maçonnerie Durand;01/02/2026;03/03/2026;1 200,00;1 200,00',
    'F2;C1;Maçonnerie Durand;01/02/2026;03/03/2026;800,00;800,00',
    'F3;C2;Imprimerie Vidal;01/02/2026;03/03/2026;500,00;0,00',
    'A1;C1;Maçonnerie Durand;02/02/2026;03/03/2026;-100,00;-100,00',
    'F4;C3;;;;abc;',
  ].join('\n')

  test('two invoices of one customer due together make one contact, paid ones and credit notes none', async () => {
    const path = await file('ledger.csv', ledger)
    const period = ['--from', '2026-02-15', '--until', '2026-12-31', '--what-if', 'never-answers']
    const { code, out } = await relance('simulate', pme, '--ledger', path, ...period, '--json')
    const both = JSON.parse(out)
    expect(both).toMatchObject({ ok: true, simulated: 2, rejected: [{ line: 6 }] })
    expect(both.totals.email).toBeGreaterThan(2)
    expect(code).toBe(0)
    const single = await file('single.csv', ledger.split('\n').toSpliced(2, 1).join('\n'))
    const alone = JSON.parse((await relance('simulate', pme, '--ledger', single, ...period, '--json')).out)
    expect(alone.totals).toEqual(both.totals)
    expect(alone.simulated).toBe(1)
  })

  test('plays only the customers of the segment that the scenario is drawn for', async () => {
    const path = await file('ledger.csv', ledger)
    const debtors = await file('clients.csv', 'Code client;Raison sociale;Segment\nC1;Maçonnerie Durand;TPE\n')
    const { out } = await relance('simulate', pme, '--ledger', path, '--debtors', debtors, '--json')
    expect(JSON.parse(out)).toMatchObject({ simulated: 0, others: 2, totals: {} })
  })

  test('customers who pay before the due date are only thanked', async () => {
    const path = await file('ledger.csv', ledger)
    const { out } = await relance('simulate', pme, '--ledger', path, '--from', '2026-02-15', '--what-if', 'pays:-10')
    expect(out).toContain('À la fin : 2 réglées')
  })

  test('a date, a behaviour or a ledger that cannot be read is told, and nothing is played', async () => {
    const path = await file('ledger.csv', ledger)
    expect((await relance('simulate', pme, '--ledger', path, '--from', '31/12/2026')).code).toBe(2)
    expect((await relance('simulate', pme, '--ledger', path, '--what-if', 'vanishes')).code).toBe(2)
    expect((await relance('simulate', pme)).code).toBe(2)
    const { code, err } = await relance('simulate', pme, '--ledger', await file('notes.csv', 'a;b\n1;2\n'))
    expect(err).toContain('notes.csv')
    expect(code).toBe(1)
  })
})
