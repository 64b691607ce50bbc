import compression from 'compression'
import express, { type Express, Router } from 'express'
import type { Logger } from 'pino'
import { writeCsv } from '../domain/csv/write-csv.ts'
import type { Ports } from '../operations/ports.ts'
import { readImport } from '../operations/read-imports.ts'
import { RefusedError } from '../operations/refused-error.ts'
import { refuseForeigners } from './authenticate.ts'
import { createChangeHub } from './change-hub.ts'
import { serveDesigner } from './designer-files.ts'
import { createEventStream } from './event-stream.ts'
import { handlers } from './handlers.ts'
import { openApiDocument } from './open-api.ts'
import { logRequests } from './request-log.ts'
import { admit, routeTable } from './route-table.ts'
import { securityHeaders } from './security-headers.ts'
import { localeOf, sendProblems } from './send-problem.ts'
import { sessionHandlers } from './session-handlers.ts'

export interface ApiOptions {
  readonly ports: Ports
  readonly log: Logger
  readonly version: string
  /** The server listens on this machine only: its user needs no token. */
  readonly loopback: boolean
  readonly demo: boolean
  /** Folder of the built pages; null serves the API alone. */
  readonly designer: string | null
  /** Folder that receives uploads while they are imported. */
  readonly uploads: string
  /** Also validates answers, for tests and development. */
  readonly checkAnswers?: boolean
}

export interface Api {
  readonly app: Express
  /** Ends the open event streams, so that the server can close. */
  readonly close: () => void
}

/** The HTTP application: the API of the contract, the events, and the built pages. */
export function createApi(options: ApiOptions): Api {
  const { ports, log, version, loopback, demo, designer, uploads, checkAnswers = false } = options
  const hub = createChangeHub()
  const stream = createEventStream(hub)
  const doors = {
    ports,
    hub,
    loopback,
    uploads,
    checkAnswers,
    handlers: { ...handlers, ...sessionHandlers({ version, demo }) },
  }

  const api = Router()
  api.use(logRequests(log), (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  api.get('/events', admit('session', doors), stream.handler)
  api.get('/openapi.json', describeApi(version))
  api.get('/imports/:id/rejects.csv', admit('import', doors), async (request, response) => {
    const { rejected } = await readImport(request.params.id as string)
    const heads = localeOf(request) === 'en' ? ['Line', 'Reason'] : ['Ligne', 'Motif']
    const rows = rejected.map(({ line, reason }) => [line, reason])
    response
      .type('text/csv')
      .attachment('relance-rejects.csv')
      .send(writeCsv([heads, ...rows]))
  })
  api.use(routeTable(doors))
  api.use(() => {
    throw new RefusedError('unknown-door')
  })

  const app = express()
  app.disable('x-powered-by')
  app.set('etag', 'weak')
  app.set('query parser', 'simple')
  app.set('trust proxy', 'loopback, linklocal, uniquelocal')
  app.use(securityHeaders(), refuseForeigners({ loopback }), compression({ filter: isCompressible }))
  app.use('/api', api)
  if (designer) app.use(serveDesigner(designer))
  app.use(sendProblems(log))
  return { app, close: stream.close }
}

const isCompressible: compression.CompressionFilter = (request, response) =>
  response.getHeader('Content-Type')?.toString().startsWith('text/event-stream')
    ? false
    : compression.filter(request, response)

function describeApi(version: string): express.RequestHandler {
  let document: object | undefined
  return (_request, response) => {
    document ??= openApiDocument({ version })
    response.json(document)
  }
}
