import express, { type Request, type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import { type RouteName, routes } from '../contract/routes.ts'
import { writeCsv } from '../domain/csv/write-csv.ts'
import type { Ports } from '../operations/ports.ts'
import { RefusedError } from '../operations/refused-error.ts'
import type { Caller } from '../operations/tokens.ts'
import { access } from './access.ts'
import { callerOf } from './authenticate.ts'
import type { ChangeHub } from './change-hub.ts'
import { changesOf } from './changes-of.ts'
import { checkDepth } from './check-depth.ts'
import { isTable, tableOf } from './csv-tables.ts'
import type { Call, Handlers } from './handlers.ts'
import { limits } from './limits.ts'
import { parseInput } from './parse-input.ts'
import { localeOf } from './send-problem.ts'
import { createUpload, removeUpload, type UploadedFile } from './upload.ts'

export interface TableOptions {
  readonly ports: Ports
  readonly handlers: Handlers
  readonly hub: ChangeHub
  readonly loopback: boolean
  readonly uploads: string
  /** Also validates what is answered. */
  readonly checkAnswers: boolean
}

interface AnyRoute {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: string
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly file?: true
  readonly csv?: true
  readonly response: z.ZodType
}

type AnyHandler = (call: Call<RouteName>) => Promise<unknown>

const params = z.object({ id: z.string().min(1).max(300).optional() })
const nobody: Caller = { name: '', role: 'controller' }

/** One door per row of the contract: who may, what comes in, the operation, what goes out. */
export function routeTable(options: TableOptions): Router {
  const router = Router()
  for (const [name, route] of Object.entries(routes) as [RouteName, AnyRoute][]) {
    const handler = options.handlers[name] as unknown as AnyHandler
    router[route.method](route.path, admit(name, options), readBody(route), door({ name, route, handler }, options))
    if (route.csv) router.get(`${route.path}.csv`, admit(name, options), table({ name, route, handler }, options))
  }
  return router
}

/** Lets in whoever the table of access allows, before anything of the body is read. */
export function admit(name: RouteName, { loopback, ports }: Pick<TableOptions, 'loopback' | 'ports'>): RequestHandler {
  return async (request, response, next) => {
    response.locals.route = name
    const allowed = access[name]
    const caller = await callerOf(request, { loopback, now: ports.now() })
    response.locals.caller = caller ?? nobody
    if (allowed === 'anyone') return next()
    if (!caller) throw new RefusedError('unauthenticated')
    if (!allowed.includes(caller.role)) throw new RefusedError('forbidden', { values: { role: caller.role } })
    next()
  }
}

const readJson = express.json({ limit: `${limits.bodyMegabytes}mb`, strict: false, type: 'application/json' })

function readBody(route: AnyRoute): RequestHandler {
  if (!route.body || route.file) return (_request, _response, next) => next()
  return (request, response, next) => {
    const hasBody =
      request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
    if (hasBody && !request.is('application/json')) {
      throw new RefusedError('bad-media-type', { values: { expected: 'application/json' } })
    }
    readJson(request, response, next)
  }
}

interface Row {
  readonly name: RouteName
  readonly route: AnyRoute
  readonly handler: AnyHandler
}

function door({ name, route, handler }: Row, options: TableOptions): RequestHandler {
  const upload = route.file ? createUpload(options.uploads) : undefined
  return async (request, response) => {
    let file: UploadedFile | undefined
    try {
      file = await upload?.(request, response)
      const answer = await handler(callOf(route, { request, response, file, options }))
      response.json(options.checkAnswers ? route.response.parse(answer) : answer)
      for (const change of changesOf(name, answer)) options.hub.tell(change)
    } finally {
      await removeUpload(file)
    }
  }
}

function table({ name, route, handler }: Row, options: TableOptions): RequestHandler {
  return async (request, response) => {
    const call = callOf(route, { request, response, file: undefined, options })
    const everything = { ...(call.query as unknown as object), offset: 0, limit: limits.rows }
    const { items } = (await handler({ ...call, query: everything } as never)) as { items: never[] }
    if (!isTable(name)) return
    response
      .type('text/csv')
      .attachment(`relance-${name}.csv`)
      .send(writeCsv(tableOf(name, items, call.locale)))
  }
}

function callOf(
  route: AnyRoute,
  {
    request,
    response,
    file,
    options,
  }: { request: Request; response: Response; file?: UploadedFile; options: TableOptions },
): Call<RouteName> {
  const locale = localeOf(request)
  const body = request.body ?? {}
  checkDepth(body)
  const caller = response.locals.caller as Caller
  return {
    id: parseInput(params, request.params, { part: 'params', locale }).id ?? '',
    query: route.query && parseInput(route.query, request.query, { part: 'query', locale }),
    body: route.body && parseInput(route.body, body, { part: 'body', locale }),
    file,
    locale,
    caller,
    author: caller.name,
    ports: options.ports,
    request,
    response,
  } as unknown as Call<RouteName>
}
