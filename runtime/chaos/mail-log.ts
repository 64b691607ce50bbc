import { readFileSync } from 'node:fs'

/** What the mail server did with a letter once it had it whole. */
export type Fate = 'answered' | 'late' | 'cut'

/** One letter that the mail server has taken on: written down before anybody is told. */
export interface AcceptedMail {
  readonly what: 'accepted'
  /** Ms since the epoch: invited to send the content (354), and content complete. */
  readonly invitedAt: number
  readonly at: number
  /** From Message-ID, without the sender's domain. */
  readonly key: string
  readonly to: string
  readonly subject: string
  /** Numbers of the invoices that its text names. */
  readonly invoices: readonly string[]
  readonly fate: Fate
}

export type MailEntry =
  | AcceptedMail
  | { readonly what: 'invited' | 'refused'; readonly at: number; readonly to: string }

/** The mail server's log so far; a last line that a kill cut short is nothing that was ever answered. */
export function readMailLog(file: string): MailEntry[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.flatMap((line) => {
    try {
      return [JSON.parse(line) as MailEntry]
    } catch {
      return []
    }
  })
}

export function acceptedMails(file: string): AcceptedMail[] {
  return readMailLog(file).filter((entry) => entry.what === 'accepted')
}

/** Reads key, subject and invoice numbers off a letter as it came over the line. */
export function readLetter(content: string): Pick<AcceptedMail, 'key' | 'subject' | 'invoices'> {
  const unfolded = content.replace(/=\r?\n/g, '')
  const header = (name: string) => new RegExp(`^${name}: *(.*)$`, 'im').exec(content)?.[1]?.trim() ?? ''
  const key = /^<?([^@>]*)/.exec(header('Message-ID'))?.[1] ?? ''
  const numbers = (inBase64(content) + unfolded).match(/FK-\d{5}/g) ?? []
  return { key, subject: header('Subject'), invoices: [...new Set(numbers)].sort() }
}

function inBase64(content: string): string {
  const parts = content.matchAll(
    /^Content-Transfer-Encoding: base64\r?\n(?:[^\r\n]+\r?\n)*\r?\n([A-Za-z0-9+/=\r\n]+)/gim,
  )
  return [...parts].map(([, body = '']) => Buffer.from(body, 'base64').toString('utf8')).join('\n')
}
