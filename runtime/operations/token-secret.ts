import { createHash, randomBytes } from 'node:crypto'

/** A fresh secret of 32 random bytes, recognisable in a leak by its prefix. */
export function newSecret(prefix: 'rlt' | 'rls'): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`
}

/** What is stored instead of a secret. Secrets are random, so a plain SHA-256 cannot be guessed back. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
