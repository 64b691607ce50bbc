import { randomUUID } from 'node:crypto'
import type { Locale } from '@relance/sdk/words'
import type { ErrorRequestHandler, Request, Response } from 'express'
import type { Logger } from 'pino'
import { errorOutcomes, RelanceError } from '../errors.ts'
import { ImportError } from '../imports/import-error.ts'
import { refusalWords } from '../operations/refusal-words.ts'
import { type Refusal, RefusedError } from '../operations/refused-error.ts'
import { limits } from './limits.ts'
import { statusOf } from './status-of.ts'

/** Answers every error as `application/problem+json` (RFC 9457) in the caller's language; the unforeseen is logged. */
export function sendProblems(log: Logger): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error)
    if (error instanceof RelanceError) return sendRelanceError(error, { request, response })
    if (error instanceof ImportError) return sendImportError(error, { request, response })
    const refused = asRefusal(error) ?? unexpected(error, log)
    sendRefusal(refused, { request, response })
  }
}

interface Exchange {
  readonly request: Request
  readonly response: Response
}

/** Writes one refusal. */
export function sendRefusal(refused: RefusedError, { request, response }: Exchange): void {
  const status = statusOf[refused.code]
  if (status === 401) response.set('WWW-Authenticate', 'Bearer realm="relance"')
  send(response, {
    status,
    code: refused.code,
    title: wordsOf(refused, localeOf(request)),
    ...(refused.errors.length > 0 && { errors: refused.errors.slice(0, limits.faults) }),
  })
}

function sendRelanceError(error: RelanceError, { request, response }: Exchange): void {
  const { status } = errorOutcomes[error.code]
  const errors = 'errors' in error.data ? error.data.errors : undefined
  send(response, { status, code: error.code, title: error.inWords(localeOf(request)), ...(errors && { errors }) })
}

/** A file refused as a whole, in its own words, with the line where there is one. */
function sendImportError(error: ImportError, { request, response }: Exchange): void {
  const title = error.inWords(localeOf(request))
  const status = error.code === 'file-too-large' ? 413 : 422
  const errors = error.line === null ? [] : [{ path: `line ${error.line}`, message: title }]
  send(response, { status, code: error.code, title, ...(errors.length > 0 && { errors }) })
}

function send(
  response: Response,
  problem: { status: number; code: string; title: string; errors?: readonly object[] },
) {
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: `urn:relance:problem:${problem.code}`, ...problem }))
}

/** French unless the caller prefers English. */
export function localeOf(request: Request): Locale {
  return request.acceptsLanguages('fr', 'en') === 'en' ? 'en' : 'fr'
}

function wordsOf(refused: RefusedError, locale: Locale): string {
  return refusalWords[refused.code][locale].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(refused.values[name] ?? ''),
  )
}

/** Errors of express, its body parser and multer, told apart by their own fields. */
function asRefusal(error: unknown): RefusedError | undefined {
  if (error instanceof RefusedError) return error
  if (error instanceof URIError) return new RefusedError('bad-address')
  const { type, code, status } = (error ?? {}) as { type?: unknown; code?: unknown; status?: unknown }
  if (type === 'entity.too.large') return new RefusedError('too-large', { values: { limit: limits.bodyMegabytes } })
  if (code === 'LIMIT_FILE_SIZE') return new RefusedError('too-large', { values: { limit: limits.fileMegabytes } })
  if (error instanceof Error && error.name === 'MulterError') return new RefusedError('no-file')
  const known: Readonly<Record<string, Refusal>> = {
    'entity.parse.failed': 'bad-json',
    'entity.verify.failed': 'bad-json',
    'request.size.invalid': 'bad-json',
    'request.aborted': 'bad-json',
    'stream.encoding.set': 'bad-json',
    'encoding.unsupported': 'bad-media-type',
    'charset.unsupported': 'bad-media-type',
  }
  const refusal = typeof type === 'string' ? known[type] : undefined
  if (refusal) return new RefusedError(refusal, { values: { expected: 'application/json' } })
  return typeof status === 'number' && status >= 400 && status < 500 ? new RefusedError('bad-address') : undefined
}

function unexpected(error: unknown, log: Logger): RefusedError {
  const reference = randomUUID()
  log.error({ err: error, reference }, 'request failed')
  return new RefusedError('unexpected', { values: { reference } })
}
