import type { Request, RequestHandler } from 'express'
import { RefusedError } from '../operations/refused-error.ts'
import { type Caller, identify } from '../operations/tokens.ts'
import { readCookie } from './session-cookie.ts'

/** The person at this machine, when nothing but this machine can reach the server. */
export const localCaller: Caller = { name: 'Direction financière', role: 'finance-director' }

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])
const loopbackAddress = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

/**
 * Refuses what another site could make a browser do. On a loopback install a foreign Host header means DNS rebinding: a page
 * of somebody else's domain that resolves here. A write that a browser says comes from another site is a forged request;
 * programs send neither header, and a bearer token is never attached by a browser on its own.
 */
export function refuseForeigners({ loopback }: { loopback: boolean }): RequestHandler {
  return (request, _response, next) => {
    if (loopback && !loopbackNames.has(hostName(request))) throw new RefusedError('unknown-host')
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!reads && !bearerOf(request) && isForeign(request)) throw new RefusedError('foreign-origin')
    next()
  }
}

/** The caller by bearer token, else by session cookie, else the local person; undefined for a stranger. */
export async function callerOf(
  request: Request,
  { loopback, now }: { loopback: boolean; now: Date },
): Promise<Caller | undefined> {
  const bearer = bearerOf(request)
  if (bearer) return identify(bearer, { now })
  const session = readCookie(request)
  const caller = session ? await identify(session, { now }) : undefined
  if (caller) return caller
  return loopback && isLocal(request) ? localCaller : undefined
}

/** A proxy on this machine also calls from a loopback address, for whoever calls it: it says so in these headers. */
function isLocal(request: Request): boolean {
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => request.get(name) !== undefined,
  )
  return !isForwarded && loopbackAddress.test(request.socket.remoteAddress ?? '')
}

function isForeign(request: Request): boolean {
  const site = request.get('sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const origin = request.get('origin')
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.get('host'))
}

function hostName(request: Request): string {
  return (request.get('host') ?? '').replace(/:\d+$/, '').toLowerCase()
}

/** Whether a program asks: it feeds the ledger, where a person at a page mends it. */
export function isProgram(request: Request): boolean {
  return bearerOf(request) !== undefined
}

function bearerOf(request: Request): string | undefined {
  return /^Bearer ([\w.~+/=-]{1,200})$/i.exec(request.get('authorization') ?? '')?.[1]
}
