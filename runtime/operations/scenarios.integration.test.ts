import { readFile } from 'node:fs/promises'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCompany, writeInvoice } from '../api/testing/ledger.ts'
import { drawnScenario } from '../api/testing/scenario.ts'
import { startTestApi, type TestApi } from '../api/testing/test-api.ts'
import { Item } from '../models/item.ts'
import { ScenarioVersion } from '../models/scenario-version.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ name: 'scenarios' })
  await writeCompany()
})
afterAll(() => api.stop())

const save = (document: unknown, revision?: number) => api.send('POST', '/scenarios', { document, revision })
const publish = (id: string, body: object = {}) => api.send('POST', `/scenarios/${id}/publish`, body)
const starts = () => api.signals.filter(({ to }) => to === 'start')

test('a draft is saved, read back and listed with what differs from the published version', async () => {
  const document = drawnScenario({ id: 'carnet' })
  const saved = await save(document)
  expect([saved.status, saved.body.revision, saved.body.dirty, saved.body.problems]).toEqual([200, 1, true, []])
  expect((await api.get('/scenarios/carnet')).body.document).toEqual(document)
  const { items } = (await api.get('/scenarios')).body
  expect(items.find((item: { id: string }) => item.id === 'carnet')).toMatchObject({
    steps: 3,
    published: null,
    files: 0,
  })
})

test('of two people who draw at the same time, the second learns that the first has saved', async () => {
  const document = drawnScenario({ id: 'partage' })
  await save(document)
  const [first, second] = await Promise.all([save({ ...document, name: 'A' }, 1), save({ ...document, name: 'B' }, 1)])
  expect([first.status, second.status].sort()).toEqual([200, 409])
  const refused = first.status === 409 ? first : second
  expect(refused.body.code).toBe('conflict')
  expect((await save(document)).status, 'creating what exists').toBe(409)
  expect((await save(drawnScenario({ id: 'jamais-vu' }), 4)).status, 'replacing what does not').toBe(404)
})

test('publishing keeps the version for good and gives the segment its scenario', async () => {
  const waiting = await Promise.all([writeInvoice(), writeInvoice()])
  await writeInvoice({ debtor: 'FR:C2' })
  await writeInvoice({ open: 0, paidDate: '2026-03-02' })
  await writeInvoice({ type: 'credit-note', amount: -10, open: -10 })
  await save(drawnScenario())
  const { status, body } = await publish('court', { note: 'Validé en comité', revision: 1 })
  expect([status, body.version, body.enrolled]).toEqual([200, 1, 2])
  await expect.poll(() => starts().length).toBe(2)
  expect(
    starts()
      .map((signal) => 'item' in signal && signal.item)
      .sort(),
  ).toEqual(waiting.sort())
  expect(starts()[0]).toMatchObject({ scenario: body.hash })
  const stored = await ScenarioVersion.findById(body.hash).lean()
  expect(stored).toMatchObject({ scenario: 'court', version: 1, segment: 'pme', publishedBy: 'Direction financière' })
  expect((await api.get('/scenarios/court')).body).toMatchObject({ dirty: false, published: { version: 1 } })
})

test('publishing the same drawing again makes no new version; an older drawing gets its number back', async () => {
  const first = (await publish('court')).body
  expect((await publish('court')).body).toMatchObject({ version: first.version, hash: first.hash })
  const { body } = await api.get('/scenarios/court')
  const renamed = await save({ ...body.document, name: 'Court, seconde manière' }, body.revision)
  expect(renamed.body.dirty).toBe(true)
  expect((await publish('court')).body.version).toBe(2)
  await save(body.document, renamed.body.revision)
  expect((await publish('court')).body).toMatchObject({ version: 1, hash: first.hash })
  expect(await ScenarioVersion.countDocuments({ scenario: 'court' })).toBe(2)
})

test('a drawing with errors is not published; each error names its step', async () => {
  const document = drawnScenario({ id: 'boucle' })
  const loop = [
    { source: 'wait', port: 'next', target: 'mail' },
    { source: 'mail', port: 'sent', target: 'mail2' },
    { source: 'mail', port: 'cancelled', target: 'mail2' },
    { source: 'mail2', port: 'sent', target: 'mail' },
    { source: 'mail2', port: 'cancelled', target: 'end' },
  ]
  await save({ ...document, nodes: [...document.nodes, { ...document.nodes[1]!, id: 'mail2' }], edges: loop })
  const { status, body } = await publish('boucle')
  expect([status, body.code]).toEqual([422, 'scenario-problems'])
  expect(body.errors.some((error: { code: string }) => error.code === 'loop-without-wait')).toBe(true)
  expect(body.errors.every((error: { path: string }) => error.path !== '')).toBe(true)
  expect((await api.get('/scenarios/boucle')).body.published).toBeNull()
})

test.each([
  ['{{constructor.constructor "return process"}}'],
  ['{{#each (lookup this "__proto__")}}x{{/each}}'],
  ['../../../../etc/passwd'],
  ['no-such-text'],
])('a text named %s is never published', async (template) => {
  const document = drawnScenario({ id: 'hostile' })
  const nodes = document.nodes.map((node) => (node.id === 'mail' ? { ...node, settings: { template } } : node))
  const { body } = await api.get('/scenarios/hostile')
  const saved = await save({ ...document, nodes }, body.revision)
  expect(saved.status).toBe(200)
  const { status, body: refused } = await publish('hostile')
  expect([status, refused.code, refused.errors[0].path]).toEqual([422, 'scenario-problems', 'mail'])
})

test('an unknown kind of step is kept in the draft and refused at publish', async () => {
  const document = drawnScenario({ id: 'inconnu' })
  await save({ ...document, nodes: document.nodes.map((node) => ({ ...node, kind: `x-${node.kind}` })) })
  expect((await publish('inconnu')).body.code).toBe('scenario-problems')
})

test('a drawing of 5 000 steps, of another format or with strange names is refused quickly and changes nothing', async () => {
  const document = drawnScenario({ id: 'immense' })
  const nodes = Array.from({ length: 5_000 }, (_, index) => ({ ...document.nodes[1]!, id: `n${index}` }))
  const start = performance.now()
  const huge = await save({ ...document, nodes })
  expect([huge.status, huge.body.code]).toEqual([400, 'invalid'])
  expect(performance.now() - start).toBeLessThan(2_000)
  expect((await save({ ...document, format: 'relance.scenario/2' })).status).toBe(400)
  const strange = document.nodes.map((node) => ({ ...node, settings: { $where: 'sleep(1000)' } }))
  expect((await save({ ...document, nodes: strange })).body.code).toBe('invalid')
  const deep = JSON.stringify({ document: 0 }).replace('0', '['.repeat(200_000) + ']'.repeat(200_000))
  expect((await api.send('POST', '/scenarios', deep)).status).toBe(400)
  expect((await api.get('/scenarios/immense')).status).toBe(404)
})

test('a scenario that was published stays; one that never was may be deleted', async () => {
  expect((await api.send('DELETE', '/scenarios/court')).body.code).toBe('was-published')
  expect((await api.send('DELETE', '/scenarios/carnet')).body).toEqual({ id: 'carnet' })
  expect((await api.send('DELETE', '/scenarios/carnet')).status).toBe(404)
})

test('publishing shows what it changes, keeps a history, and brings an older version back with its own note', async () => {
  const drawn = drawnScenario({ id: 'versions', segment: null })
  await save(drawn)
  await publish('versions', { note: 'Première' })
  const item = await writeInvoice()
  const { hash } = (await api.get('/scenarios/versions')).body.published
  const course = { scenario: 'versions', version: 1, hash, node: 'wait', visit: 1, status: 'running' }
  await Item.updateOne({ _id: item }, { $set: { course: { ...course, nextAt: new Date('2099-03-04T09:00:00Z') } } })
  const nodes = drawn.nodes.map((node) => (node.id === 'wait' ? { ...node, settings: { days: 60 } } : node))
  await save({ ...drawn, nodes }, 1)
  const impact = await api.get('/scenarios/versions/impact')
  expect(impact.body).toMatchObject({ version: 2, current: false, files: 1, starts: 0 })
  expect(impact.body.steps[0]).toMatchObject({ version: 1, node: 'wait', files: 1, suggested: { action: 'follow' } })
  expect(impact.body.changes[0].after).toEqual({ fr: '60', en: '60' })
  const wrong = [
    { version: 1, node: 'wait', action: 'move', to: 'nowhere' },
    { version: 1, node: 'mail', action: 'move' },
    { version: 9, node: 'mail', action: 'stay' },
  ]
  const refused = await publish('versions', { choices: wrong })
  expect([refused.status, refused.body.code]).toEqual([400, 'invalid'])
  expect(refused.body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual([
    ['body.choices.0', 'unknown-target'],
    ['body.choices.1', 'target-missing'],
    ['body.choices.2', 'unknown-version'],
  ])
  const choices = [{ version: 1, node: 'wait', action: 'follow' }]
  expect((await publish('versions', { note: 'Seconde', choices })).body.version).toBe(2)
  const told = () => api.signals.find((signal) => signal.to === 'migrate')
  await expect.poll(told).toMatchObject({ item, signal: { from: hash, rank: 2, moves: { wait: 'wait' } } })
  const back = await api.send('POST', '/scenarios/versions/restore', { version: 1, note: 'Retour' })
  expect([back.status, back.body.version, back.body.hash]).toEqual([200, 1, hash])
  const { items } = (await api.get('/scenarios/versions/versions')).body
  expect(
    items.map(({ rank, version, note, restored, status }: Record<string, unknown>) => [
      rank,
      version,
      note,
      restored,
      status,
    ]),
  ).toEqual([
    [3, 1, 'Retour', true, 'done'],
    [2, 2, 'Seconde', false, 'superseded'],
    [1, 1, 'Première', false, 'done'],
  ])
  expect((await api.get('/scenarios/versions')).body.document.nodes[0].settings, 'the draft stays').toEqual({
    days: 60,
  })
  expect((await api.get(`/versions/${hash}`)).body.document).toEqual(drawn)
  expect((await api.send('POST', '/scenarios/versions/restore', { version: 7 })).status).toBe(404)
})

test('a simulation tells the dated steps of a made-up invoice and of one of the ledger', async () => {
  const made = { issueDate: '2026-03-02', dueDate: '2026-04-01', amount: 50_000 }
  const { status, body } = await api.send('POST', '/scenarios/court/simulate', made)
  expect([status, body.end]).toEqual([200, 'over'])
  expect(body.steps.map(({ node, outcome }: { node: string; outcome: string }) => [node, outcome])).toEqual([
    ['mail', 'sent'],
    ['end', expect.any(String)],
  ])
  expect(body.steps[0].at.slice(0, 10)).toBe('2026-04-07')
  const paid = await api.send('POST', '/scenarios/court/simulate', { ...made, whatIf: { type: 'pays', daysLate: 1 } })
  expect(paid.body.steps.filter(({ node }: { node: string }) => node === 'mail')).toEqual([])
  const invoice = await writeInvoice()
  const real = await api.send('POST', '/scenarios/court/simulate', { invoice })
  expect(real.body.steps[0].node).toBe('mail')
})

test.each(['tpe', 'pme', 'eti', 'grands-comptes'])('the example %s is saved and published as it is', async (name) => {
  const document: ScenarioDocument = JSON.parse(
    await readFile(new URL(`../../examples/scenarios/${name}.json`, import.meta.url), 'utf8'),
  )
  await save(document)
  expect((await publish(document.id)).body).toMatchObject({ id: document.id, version: 1 })
})

test('a preview shows a text with sample facts, and an unknown one is not found', async () => {
  const { body } = await api.get('/templates/firm-reminder?medium=email&language=fr')
  expect(body.subject.length).toBeGreaterThan(5)
  expect(body.html).toContain('<')
  expect((await api.get('/templates/..%2F..%2Fpackage')).status).toBe(404)
})

test('a rehearsal answers at once with an empty course; while the engine is down it says so', async () => {
  const { status, body } = await api.send('POST', '/scenarios/court/rehearse', { source: 'published' })
  expect([status, body.status, body.steps]).toEqual([200, 'running', []])
  expect((await api.get(`/rehearsals/${body.id}`)).body).toEqual(body)
  expect((await api.send('POST', '/scenarios/inconnu/rehearse', {})).body.code).toBe('scenario-problems')
  expect((await api.send('POST', '/scenarios/partage/rehearse', { source: 'published' })).body.code).toBe(
    'never-published',
  )
})
