import { databaseAnswers } from '../models/connect-database.ts'
import { openSession, revoke } from '../operations/tokens.ts'
import type { Handlers, PlainRoute } from './handlers.ts'
import { clearCookie, readCookie, writeCookie } from './session-cookie.ts'

interface Installation {
  readonly version: string
  readonly demo: boolean
}

/** The routes that know of cookies, and the state of the installation. */
export function sessionHandlers({ version, demo }: Installation): Omit<Handlers, PlainRoute> {
  return {
    health: async ({ ports }) => {
      const database = await databaseAnswers()
      const services = { ...(await ports.health()), database: { ok: database, detail: '' } }
      const ok = Object.values(services).every((service) => service.ok)
      return { status: ok ? 'ok' : 'degraded', version, services }
    },
    session: async ({ caller, ports }) => ({
      user: caller,
      demo,
      mailUrl: ports.pages.mail,
      temporalUrl: ports.pages.temporal,
    }),
    signIn: async ({ body, ports, response }) => {
      const { secret, caller } = await openSession(body.token, { now: ports.now() })
      writeCookie(response, secret)
      return { user: caller, demo, mailUrl: ports.pages.mail, temporalUrl: ports.pages.temporal }
    },
    signOut: async ({ ports, request, response }) => {
      const secret = readCookie(request)
      if (secret) await revoke(secret, { now: ports.now() })
      clearCookie(response)
      return { signedOut: true }
    },
  }
}
