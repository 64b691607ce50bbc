import type { Role } from '../contract/portfolio.ts'
import { Token } from '../models/token.ts'
import { RefusedError } from './refused-error.ts'
import { hashSecret, newSecret } from './token-secret.ts'

/** Who is asking, by name and role. */
export interface Caller {
  readonly name: string
  readonly role: Role
}

const sessionHours = 12

/** Creates an access token and returns its secret, which is shown once and stored only as a hash. */
export async function createToken({ name, role, now }: Caller & { now: Date }): Promise<string> {
  const secret = newSecret('rlt')
  await Token.create({ _id: hashSecret(secret), name, role, createdAt: now })
  return secret
}

/** The caller behind a secret, or undefined when it, or the token that opened the session, is unknown, expired or revoked. */
export function identify(secret: string, { now }: { now: Date }): Promise<Caller | undefined> {
  return callerBehind(hashSecret(secret), { now })
}

async function callerBehind(id: string, { now }: { now: Date }): Promise<Caller | undefined> {
  const token = await Token.findById(id).lean()
  if (!token || token.revokedAt || (token.expiresAt && token.expiresAt <= now)) return undefined
  if (token.openedBy && !(await callerBehind(token.openedBy, { now }))) return undefined
  return { name: token.name, role: token.role }
}

/** Exchanges a token for a session of twelve hours; refused as `unauthenticated`. */
export async function openSession(token: string, { now }: { now: Date }): Promise<{ secret: string; caller: Caller }> {
  // A session cannot beget another: a stolen one would never end.
  const caller = token.startsWith('rls_') ? undefined : await identify(token, { now })
  if (!caller) throw new RefusedError('unauthenticated')
  const secret = newSecret('rls')
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
  await Token.create({ _id: hashSecret(secret), ...caller, createdAt: now, openedBy: hashSecret(token), expiresAt })
  return { secret, caller }
}

/** Ends a session, or a token with every session that it opened. */
export async function revoke(secret: string, { now }: { now: Date }): Promise<void> {
  await Token.updateOne({ _id: hashSecret(secret), revokedAt: null }, { $set: { revokedAt: now } })
}
