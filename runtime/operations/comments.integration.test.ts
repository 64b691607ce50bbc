import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeCompany } from '../api/testing/ledger.ts'
import { drawnScenario } from '../api/testing/scenario.ts'
import { startTestApi, type TestApi } from '../api/testing/test-api.ts'
import { createToken } from './tokens.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ name: 'comments' })
  await writeCompany()
  await api.send('POST', '/scenarios', { document: drawnScenario({ id: 'commente' }) })
})
afterAll(() => api.stop())

const threads = async () => (await api.get('/scenarios/commente/threads')).body.items

test('a remark on a step names its author, its date and the colleague whom it calls', async () => {
  await createToken({ name: 'Chantal Morel', role: 'collector', now: api.clock.now })
  const text = '@Chantal Morel, ce ton convient-il ?'
  const { status, body } = await api.send('POST', '/scenarios/commente/threads', { node: 'mail', text })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    scenario: 'commente',
    node: 'mail',
    resolved: null,
    comments: [{ by: 'Direction financière', at: '2026-03-16T09:00:00.000Z', text, mentions: ['Chantal Morel'] }],
  })
  expect(await threads()).toEqual([body])
  const { items } = (await api.get('/colleagues')).body
  expect(items).toContainEqual({ name: 'Chantal Morel' })
})

test('whoever only reads scenarios answers; resolving says by whom, and an answer opens the thread again', async () => {
  const secret = await createToken({ name: 'Karim Haddad', role: 'salesperson', now: api.clock.now })
  const headers = { authorization: `Bearer ${secret}` }
  const [{ id }] = await threads()
  const answered = await api.send('POST', `/threads/${id}/replies`, { text: 'Oui, pour ce client.' }, headers)
  expect(answered.body.comments.map(({ by }: { by: string }) => by)).toEqual(['Direction financière', 'Karim Haddad'])
  const settled = await api.send('POST', `/threads/${id}/settle`, { resolved: true }, headers)
  expect(settled.body.resolved).toEqual({ by: 'Karim Haddad', at: '2026-03-16T09:00:00.000Z' })
  await api.send('POST', `/threads/${id}/replies`, { text: 'Une question encore.' })
  expect((await threads())[0].resolved).toBeNull()
  expect((await threads())[0].comments).toHaveLength(3)
})

test('nothing is said about a scenario or a thread that does not exist, and nothing is not said', async () => {
  expect((await api.send('POST', '/scenarios/absent/threads', { node: 'mail', text: 'Bonjour' })).status).toBe(404)
  expect((await api.send('POST', '/threads/absent/replies', { text: 'Bonjour' })).status).toBe(404)
  expect((await api.send('POST', '/scenarios/commente/threads', { node: 'mail', text: '   ' })).status).toBe(400)
})

test('a draft that is deleted takes what was said about it along', async () => {
  await api.send('DELETE', '/scenarios/commente')
  expect(await threads()).toEqual([])
})
