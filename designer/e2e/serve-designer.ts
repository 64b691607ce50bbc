import { readFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The built designer with one scenario behind it and nothing else: for measures of the canvas alone. */
export async function serveDesigner({ folder, document }: { folder: string; document: ScenarioDocument }) {
  const scenario = scenarioOf(document)
  let revision = 1
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (!pathname.startsWith('/api/')) return sendFile(folder, { pathname, response })
    if (request.method === 'POST') revision += 1
    sendJson(response, answerOf(pathname, { ...scenario, revision }))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/scenarios/${document.id}`, close: () => close(server) }
}

function scenarioOf(document: ScenarioDocument) {
  const { id, name, description, segment, nodes } = document
  const at = new Date().toISOString()
  const summary = { id, name, description, segment, updatedAt: at, updatedBy: 'measure', published: null, dirty: true }
  return { ...summary, files: 0, steps: nodes.length, document, problems: [] }
}

function answerOf(pathname: string, scenario: object): object {
  if (pathname.startsWith('/api/scenarios/')) return scenario
  if (pathname === '/api/scenarios') return scenario
  if (pathname === '/api/session') {
    return { user: { name: 'Mesure', role: 'finance-director' }, demo: true, mailUrl: null, temporalUrl: null }
  }
  return { items: [], total: 0 }
}

function sendJson(response: ServerResponse, body: object): void {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body))
}

async function sendFile(folder: string, { pathname, response }: { pathname: string; response: ServerResponse }) {
  const file = extname(pathname) === '' ? '/index.html' : pathname
  try {
    const content = await readFile(join(folder, file))
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    response.end(content)
  } catch {
    response.statusCode = 404
    response.end()
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}
