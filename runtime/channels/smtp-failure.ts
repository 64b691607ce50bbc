import type { Delivery } from './channel.ts'

/** What nodemailer tells of a failed SMTP conversation. */
export interface SmtpError extends Error {
  readonly code?: string
  readonly responseCode?: number
  readonly command?: string
}

/**
 * What a failed conversation means (RFC 5321 §4.2.1 and §6.1). Until the content has begun nothing can have left. After
 * that a reply of the server is its word; without one the message may have been taken: uncertain.
 */
export function judgeSmtpFailure(
  error: SmtpError,
  { hasContentBegun }: { hasContentBegun: boolean },
): Extract<Delivery, { result: 'refused' | 'uncertain' }> {
  const reason = error.message
  const code = error.responseCode ?? 0
  if (hasContentBegun && code < 400) return { result: 'uncertain', reason }
  return { result: 'refused', retry: !isForGood(error, code), reason }
}

/** A 5xx about this message or recipient, or an address that cannot even be said to a server. A login that fails is the operator's to mend, not the invoice's fault. */
function isForGood({ code, command }: SmtpError, responseCode: number): boolean {
  if (code === 'EAUTH' || command?.startsWith('AUTH')) return false
  return responseCode >= 500 || (responseCode === 0 && (code === 'EMESSAGE' || code === 'EENVELOPE'))
}
