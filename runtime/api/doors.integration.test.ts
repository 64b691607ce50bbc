import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RouteName, routes } from '../contract/routes.ts'
import { createToken, revoke } from '../operations/tokens.ts'
import { access } from './access.ts'
import { writeCompany, writeInvoice } from './testing/ledger.ts'
import { startTestApi, type TestApi } from './testing/test-api.ts'

let api: TestApi
let invoice: string
beforeAll(async () => {
  api = await startTestApi({ name: 'doors' })
  await writeCompany()
  invoice = await writeInvoice({ number: 'F/26 éà:1' })
})
afterAll(() => api.stop())

const table = Object.entries(routes) as [RouteName, (typeof routes)[RouteName] & { csv?: true; file?: true }][]
const addressOf = (path: string, id: string) => path.replace(':id', encodeURIComponent(id))

describe('What a web page of somebody else could try', () => {
  test.each([
    ['a name that was made to point here', { host: 'evil.example' }, 'unknown-host'],
    ['no known name at all', { host: '192.168.1.20:3000' }, 'unknown-host'],
  ])('under %s nothing is answered', async (_what, headers, code) => {
    const { status, body } = await rawGet(`${api.url}/invoices`, headers)
    expect([status, body.code]).toEqual([403, code])
  })

  test.each([
    ['sent by a form of another site', { 'sec-fetch-site': 'cross-site' }],
    ['sent by a neighbour of the same domain', { 'sec-fetch-site': 'same-site' }],
    ['sent by an old browser from another site', { origin: 'http://evil.example' }],
    ['sent from a file or a sandbox', { origin: 'null' }],
  ])('a payment %s is refused', async (_what, headers) => {
    const { status, body } = await api.send('POST', '/payments', { invoice, amount: 100 }, headers)
    expect([status, body.code]).toEqual([403, 'foreign-origin'])
    expect((await api.get(addressOf('/invoices/:id', invoice))).body.open).toBe(100_000)
  })

  test('whoever comes through a proxy of this machine is a stranger, not its user', async () => {
    const forwarded = { 'x-forwarded-for': '203.0.113.9' }
    expect((await api.get('/invoices', forwarded)).status).toBe(401)
    expect((await api.send('POST', '/payments', { invoice, amount: 100 }, forwarded)).status).toBe(401)
    expect((await api.get('/invoices')).status).toBe(200)
  })

  test('a session cannot be exchanged for another one, and so ends', async () => {
    const token = await createToken({ name: 'Nadia', role: 'collector', now: api.clock.now })
    const { headers } = await api.send('POST', '/session', { token })
    const session = /relance_session=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1]
    expect(session).toMatch(/^rls_/)
    expect((await api.send('POST', '/session', { token: session })).status).toBe(401)
  })

  test('a form cannot pass for JSON', async () => {
    const { status, body } = await api.send('POST', '/payments', '{}', { 'content-type': 'text/plain' })
    expect([status, body.code]).toEqual([415, 'bad-media-type'])
  })

  test('the pages may load only themselves, and may not be framed', async () => {
    const { headers } = await api.get('/health')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-eval')
    expect([headers.get('x-content-type-options'), headers.get('x-powered-by')]).toEqual(['nosniff', null])
    expect([headers.get('access-control-allow-origin'), headers.get('cache-control')]).toEqual([null, 'no-store'])
  })
})

describe('Whatever is thrown at a door', () => {
  const anything = fc.oneof(fc.json({ maxDepth: 3 }), fc.string(), fc.constant('{"__proto__":{"a":1}}'))

  test.each(table.filter(([, route]) => 'body' in route && !route.file))(
    '%s refuses what it does not understand and never breaks',
    async (_name, route) => {
      const id = fc.oneof(fc.constant(invoice), fc.constant('tpe'), fc.string({ minLength: 1, maxLength: 40 }))
      await fc.assert(
        fc.asyncProperty(anything, id, async (body, id) => {
          const { status, body: answer } = await api.send(route.method.toUpperCase(), addressOf(route.path, id), body, {
            'content-type': 'application/json',
          })
          expect(status).toBeLessThan(500)
          if (status >= 400) expect(answer.code).toMatch(/^[a-z-]+$/)
        }),
        { seed: 20_260_316, numRuns: 25 },
      )
    },
  )

  test.each(table.filter(([, { method }]) => method === 'get'))(
    '%s takes any filter without breaking',
    async (_name, route) => {
      const words = fc.oneof(
        fc.string({ maxLength: 30 }),
        fc.constantFrom('$gt', '-1', '1e9', '\u0000', 'dueDate', '%', '❤'),
      )
      const query = fc.dictionary(
        fc.constantFrom('search', 'entity', 'limit', 'offset', 'sort', 'state', 'at', 'x'),
        words,
      )
      await fc.assert(
        fc.asyncProperty(query, fc.string({ minLength: 1, maxLength: 40 }), async (filters, id) => {
          const { status } = await api.get(`${addressOf(route.path, id)}?${new URLSearchParams(filters)}`)
          expect(status).toBeLessThan(500)
        }),
        { seed: 20_260_317, numRuns: 25 },
      )
    },
  )

  test.each([
    ['/invoices/%E0%A4%A', 400, 'bad-address'],
    ['/nowhere', 404, 'unknown-door'],
    ['/invoices/FR:none:2026', 404, 'not-found'],
    ['/invoices?limit=501', 400, 'invalid'],
    ['/invoices?sort=margin', 400, 'invalid-sort'],
    ['/invoices?limit=1&limit=2', 400, 'invalid'],
  ])('%s answers %i %s', async (path, status, code) => {
    const answer = await api.get(path)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  test('a body of 20 MB is refused without being read', async () => {
    const { status, body } = await api.send('POST', '/scenarios', { document: 'x'.repeat(20_000_000) })
    expect([status, body.code]).toEqual([413, 'too-large'])
  })

  test('problems speak French, or English to whoever asks for it', async () => {
    expect((await api.get('/nowhere')).body.title).toContain('n’existe pas')
    expect((await api.get('/nowhere', { 'accept-language': 'en-GB' })).body.title).toContain('nothing at this address')
  })
})

describe('Lists', () => {
  test('an id with a colon, a slash and accents is one address', async () => {
    const { body } = await api.get(addressOf('/invoices/:id', invoice))
    expect([body.id, body.daysLate]).toEqual([invoice, 15])
  })

  test('states part the invoices without overlap, and sums follow the filter', async () => {
    await writeInvoice({ dueDate: '2026-12-01', open: 7, amount: 7 })
    await writeInvoice({ open: 0, paidDate: '2026-03-02' })
    await writeInvoice({ open: 0 })
    await writeInvoice({ open: 900, currency: 'USD', debtor: 'FR:C2' })
    await writeInvoice({ type: 'credit-note', amount: -50, open: -50 })
    const all = (await api.get('/invoices?limit=500')).body
    const states = ['not-due', 'overdue', 'paid', 'disputed', 'promised', 'held', 'parked', 'closed']
    const parts = await Promise.all(
      states.map(async (state) => (await api.get(`/invoices?state=${state}&limit=500`)).body),
    )
    expect(parts.reduce((sum, { total }) => sum + total, 0)).toBe(all.total)
    for (const [index, { items }] of parts.entries()) {
      expect(new Set(items.map(({ state }: { state: string }) => state)).size).toBe(items.length > 0 ? 1 : 0)
      if (items.length > 0) expect(items[0].state).toBe(states[index])
    }
    expect((await api.get('/invoices?segment=tpe')).body.open).toEqual({ USD: 900 })
    expect((await api.get('/invoices?search=garage')).body.total).toBe(1)
    expect((await api.get('/invoices?search=f/26')).body.total).toBe(1)
  })

  test('customers come with what they owe, by name or by amount', async () => {
    const { body } = await api.get('/debtors?sort=-overdue')
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(['C1', 'C2'])
    expect(body.items[1].overdue).toEqual({ USD: 900 })
    expect((await api.get('/debtors?search=732829320')).body.items[0].name).toBe('Menuiserie Éloïse')
    expect((await api.get('/debtors/FR:C2')).body.segment).toBe('tpe')
  })

  test('a list opens in a spreadsheet, and no cell runs as a formula', async () => {
    await writeInvoice({ number: '=HYPERLINK("http://evil.example")' })
    const { text, headers } = await api.get('/invoices.csv?search=%3DHYPER')
    expect(headers.get('content-type')).toContain('text/csv')
    expect(text.split('\r\n')[0]).toContain('Échéance')
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    for (const list of ['debtors', 'tasks', 'messages']) expect((await api.get(`/${list}.csv`)).status).toBe(200)
  })
})

describe('The description', () => {
  test('every door of the contract is in the OpenAPI document', async () => {
    const { body } = await api.get('/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    for (const [name, route] of table) {
      const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`
      expect(body.paths[path]?.[route.method]?.operationId, path).toBe(name)
    }
    expect(body.paths['/api/imports'].post.requestBody.content['multipart/form-data']).toBeDefined()
  })
})

describe('Events', () => {
  test('an open page learns at once what somebody else recorded', async () => {
    const paid = await writeInvoice()
    const page = new AbortController()
    const stream = await fetch(`${api.url}/events`, { signal: page.signal })
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    const seen = readUntil(stream, `"topic":"invoices","id":"${paid}"`)
    await api.send('POST', '/payments', { invoice: paid, amount: 5 })
    expect(await seen).toContain('data: ')
    page.abort()
  })
})

describe('An install that others can reach', () => {
  let open: TestApi
  beforeAll(async () => {
    open = await startTestApi({ name: 'open-doors', loopback: false })
    await writeCompany()
    invoice = await writeInvoice()
  })
  afterAll(() => open.stop())

  const tokenOf = async (role: 'collector' | 'controller' | 'salesperson' | 'finance-director' | 'admin') => {
    const secret = await createToken({ name: `Test ${role}`, role, now: open.clock.now })
    return { authorization: `Bearer ${secret}` }
  }

  test('without a token only the state of the services is told', async () => {
    expect((await open.get('/health')).status).toBe(200)
    const closed = table.filter(([name]) => access[name] !== 'anyone')
    for (const [, route] of closed) {
      const { status, headers } = await open.send(route.method.toUpperCase(), addressOf(route.path, 'x'))
      expect([status, headers.get('www-authenticate')], route.path).toEqual([401, 'Bearer realm="relance"'])
    }
    expect((await open.get('/events')).status).toBe(401)
    expect((await open.get('/session', { authorization: 'Bearer rlt_guess' })).status).toBe(401)
  })

  test('each role may do what the table says, and nothing else', async () => {
    for (const role of ['collector', 'controller', 'salesperson', 'finance-director', 'admin'] as const) {
      const headers = await tokenOf(role)
      for (const [name, route] of table) {
        const allowed = access[name]
        if (allowed === 'anyone') continue
        const { status } = await open.send(route.method.toUpperCase(), addressOf(route.path, 'x'), undefined, headers)
        expect(status === 403, `${role} ${name}`).toBe(!allowed.includes(role))
      }
    }
  })

  test('a token opens a session in the browser, and signing out ends it', async () => {
    const { authorization } = await tokenOf('collector')
    const token = authorization.slice('Bearer '.length)
    const signedIn = await open.send('POST', '/session', { token })
    const cookie = signedIn.headers.get('set-cookie') ?? ''
    expect(signedIn.body.user).toEqual({ name: 'Test collector', role: 'collector' })
    expect(cookie).toMatch(/^relance_session=rls_[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const session = { cookie: cookie.split(';')[0]! }
    expect((await open.get('/session', session)).status).toBe(200)
    const forged = await open.send(
      'POST',
      '/payments',
      { invoice, amount: 1 },
      { ...session, 'sec-fetch-site': 'cross-site' },
    )
    expect(forged.body.code).toBe('foreign-origin')
    expect((await open.send('DELETE', '/session', undefined, session)).body).toEqual({ signedOut: true })
    expect((await open.get('/session', session)).status).toBe(401)
    expect((await open.send('POST', '/session', { token: 'rlt_wrong' })).status).toBe(401)
  })

  test('revoking a token ends the sessions that it opened at once, and no other', async () => {
    const signIn = async () => {
      const { authorization } = await tokenOf('collector')
      const token = authorization.slice('Bearer '.length)
      const { headers } = await open.send('POST', '/session', { token })
      return { token, session: { cookie: (headers.get('set-cookie') ?? '').split(';')[0]! } }
    }
    const [revoked, other] = [await signIn(), await signIn()]
    await revoke(revoked.token, { now: open.clock.now })
    expect((await open.get('/session', revoked.session)).status).toBe(401)
    expect((await open.get('/session', other.session)).status).toBe(200)
  })

  test('a session ends after twelve hours', async () => {
    const { authorization } = await tokenOf('collector')
    const signedIn = await open.send('POST', '/session', { token: authorization.slice('Bearer '.length) })
    const session = { cookie: (signedIn.headers.get('set-cookie') ?? '').split(';')[0]! }
    open.clock.now = new Date(open.clock.now.getTime() + 13 * 3_600_000)
    expect((await open.get('/session', session)).status).toBe(401)
    expect((await open.get('/session', { authorization })).status).toBe(200)
  })
})

async function rawGet(url: string, headers: Record<string, string>) {
  const { request } = await import('node:http')
  return new Promise<{ status: number; body: { code: string } }>((resolve, reject) => {
    const asked = request(url, { headers }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) })
    })
    asked.on('error', reject).end()
  })
}

async function readUntil(stream: Response, wanted: string): Promise<string> {
  let text = ''
  for await (const chunk of stream.body as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString()
    if (text.includes(wanted)) return text
  }
  return text
}
