import type { Request, Response } from 'express'

const name = 'relance_session'

/** The secret of the session cookie, if the browser sent one. */
export function readCookie(request: Request): string | undefined {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}

/** Kept from scripts and from other sites; sent over TLS only once the sign-in came over TLS. */
export function writeCookie(response: Response, secret: string): void {
  response.cookie(name, secret, cookieOptions(response))
}

export function clearCookie(response: Response): void {
  response.clearCookie(name, cookieOptions(response))
}

function cookieOptions(response: Response) {
  return { httpOnly: true, sameSite: 'strict', secure: response.req.secure, path: '/' } as const
}
