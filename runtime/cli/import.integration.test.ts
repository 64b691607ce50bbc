import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connectDatabase, disconnectDatabase } from '../models/connect-database.ts'
import { Entity } from '../models/entity.ts'
import { Item } from '../models/item.ts'
import { databaseUri } from '../testing/database-uri.ts'
import { relance } from '../testing/start-relance.ts'

const uri = databaseUri('cli-import')
let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'relance-cli-'))
  await connectDatabase(uri)
  await Entity.create({ _id: 'FR', name: 'Aubrac', legalName: 'Aubrac SAS', email: 'compta@aubrac.example' })
})
afterAll(async () => {
  await disconnectDatabase()
  await rm(home, { recursive: true, force: true })
})

function run(...args: string[]) {
  return relance(args, {
    RELANCE_HOME: home,
    MONGODB_URI: uri,
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    SMTP_URL: inject('smtpUrl'),
    LC_ALL: 'fr_FR.UTF-8',
  })
}

async function file(name: string, text: string): Promise<string> {
  const path = join(home, name)
  await writeFile(path, text)
  return path
}

const items = 'Facture;Code client;Raison sociale;Date facture;Échéance;Montant TTC\n'

test('a file is imported from the terminal, and its figures are shown', async () => {
  const path = await file('f.csv', `${items}F1;C1;Brévent;01/02/2026;03/03/2026;1 200,50\n`)
  const rehearsed = await run('import', path, '--dry-run')
  expect([rehearsed.code, await Item.countDocuments()]).toEqual([0, 0])
  expect(rehearsed.text).toContain('Essai à blanc : rien n’a été écrit.')
  const taken = await run('import', path)
  expect(taken.code).toBe(0)
  expect(taken.text).toContain('pièces · UTF-8 · séparateur ; · dates JJ/MM/AAAA · décimales « , »')
  expect(await Item.findById('FR:F1:2026').lean()).toMatchObject({ open: 120_050 })
  const figures = await run('kpi', '--at', '2026-03-04', '--json')
  expect(JSON.parse(figures.text.slice(figures.text.indexOf('{')))).toMatchObject({
    outstanding: 120_050,
    overdueRate: 1,
  })
  expect((await run('kpi', '--at', '2026-03-04')).text).toMatch(/Échu +1\s200,50\s€ {2}100\s%/u)
})

test('rejected lines are told, kept in a file and leave exit code 1', async () => {
  const path = await file('r.csv', `${items}F2;C1;;01/02/2026;03/03/2026;abc\n`)
  const rejects = join(home, 'rejects.csv')
  const { code, text } = await run('import', path, '--rejects', rejects)
  expect(code).toBe(1)
  expect(text).toContain('ligne 2 : Montant illisible')
  expect(await readFile(rejects, 'utf8')).toContain('2;amount-unreadable;')
})

test.each([
  [['import', '/no/such/file.csv']],
  [['import', 'f.csv', '--format', 'excel']],
  [['kpi', '--at', 'yesterday']],
  [['kpi', '--entity', 'XX']],
])('wrong use leaves exit code 2: %s', async (args) => {
  expect((await run(...args)).code).toBe(2)
})

test('a file that is not one is refused with its cure and exit code 1', async () => {
  const path = await file('empty.csv', '')
  const { code, text } = await run('import', path)
  expect([code, text.includes('Le fichier est vide.')]).toEqual([1, true])
})
