import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import type { Channel, Delivery, Outgoing, SendOptions } from './channel.ts'
import { judgeSmtpFailure, type SmtpError } from './smtp-failure.ts'
import { type Lease, SmtpPool } from './smtp-pool.ts'

export interface EmailOptions {
  /** `smtp(s)://user:password@host:port`. */
  readonly url: string
  /** Conversations at one time. */
  readonly connections?: number
  /** Messages that may wait for a conversation; the next one is refused for now. */
  readonly queue?: number
  /** Ms without a word from the server after which it counts as gone. */
  readonly timeout?: number
}

const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** E-mail through an SMTP server. The Message-ID is made of the key, so that whoever looks can tell a repeat. */
export function createEmailChannel({ url, connections = 5, queue = 500, timeout = 20_000 }: EmailOptions): Channel {
  const { host, port, secure, auth, tls } = parseConnectionUrl(url)
  const pool = new SmtpPool({
    size: connections,
    queue,
    ...(auth?.user !== undefined && { login: { user: String(auth.user), pass: String(auth.pass ?? '') } }),
    connection: {
      host,
      port,
      secure,
      tls: tls as never,
      // A catcher on this machine offers a certificate that nobody signed, for a line that nobody can listen to.
      ignoreTLS: host !== undefined && loopback.has(host),
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      socketTimeout: timeout,
    },
  })
  return { medium: 'email', send: (message, options) => send(pool, message, options), close: async () => pool.close() }
}

async function send(pool: SmtpPool, message: Outgoing, options: SendOptions): Promise<Delivery> {
  const content = await compose(message)
  const envelope = { from: message.from.address, to: [message.to.address], size: content.length }
  let lease: Lease
  try {
    lease = await pool.lease()
  } catch (error) {
    return judgeSmtpFailure(error as SmtpError, { hasContentBegun: false })
  }
  const delivery = await converse(lease, { envelope, content }, options)
  if (delivery !== 'hung-up') return delivery
  try {
    lease = await pool.lease({ fresh: true })
  } catch (error) {
    return judgeSmtpFailure(error as SmtpError, { hasContentBegun: false })
  }
  const again = await converse(lease, { envelope, content }, options)
  return again === 'hung-up' ? { result: 'refused', retry: true, reason: 'connection closed' } : again
}

interface Parcel {
  readonly envelope: { readonly from: string; readonly to: string[]; readonly size: number }
  readonly content: Buffer
}

/** One conversation. `hung-up`: a used connection was dead before anything was said, so another one may be tried. */
async function converse(
  { connection, used, release }: Lease,
  { envelope, content }: Parcel,
  { lastLook }: SendOptions,
): Promise<Delivery | 'hung-up'> {
  const gate = gated(content, lastLook)
  try {
    const info = await new Promise<{ response: string }>((resolve, reject) => {
      connection.send({ ...envelope, to: [...envelope.to] }, gate.stream, (error, sent) =>
        error ? reject(error) : resolve(sent as { response: string }),
      )
    })
    release(true)
    return { result: 'sent', providerId: info.response }
  } catch (error) {
    const { state } = gate
    release(false)
    await gate.looked
    if (gate.state === 'failed') throw gate.error
    if (state === 'withheld') return { result: 'withheld' }
    const failure = error as SmtpError
    if (used && state === 'closed' && !failure.responseCode) return 'hung-up'
    return judgeSmtpFailure(failure, { hasContentBegun: state === 'open' })
  }
}

/**
 * The content behind a gate. nodemailer reads it only once the server has answered DATA with 354, so this is the last
 * moment at which nothing has left: here the last look is taken. A connection cut before the final dot delivers nothing.
 */
function gated(content: Buffer, lastLook: () => Promise<boolean>) {
  const gate = {
    state: 'closed' as 'closed' | 'looking' | 'open' | 'withheld' | 'failed',
    error: undefined as unknown,
    /** Settles once no look is under way any more. */
    looked: Promise.resolve(),
    stream: new Readable({
      highWaterMark: 1,
      read() {
        if (gate.state !== 'closed') return
        gate.state = 'looking'
        gate.looked = lastLook().then(
          (mayGo) => {
            gate.state = mayGo ? 'open' : 'withheld'
            if (mayGo) {
              gate.stream.push(content)
              gate.stream.push(null)
            } else gate.stream.destroy(new Error('withheld'))
          },
          (error) => {
            gate.state = 'failed'
            gate.error = error
            gate.stream.destroy(error as Error)
          },
        )
      },
    }),
  }
  return gate
}

async function compose({ key, from, replyTo, to, subject, html, text, date, headers }: Outgoing): Promise<Buffer> {
  const domain = from.address.split('@')[1] ?? 'localhost'
  const composer = new MailComposer({
    from,
    to,
    ...(replyTo && { replyTo }),
    subject,
    html,
    text,
    date,
    messageId: `<${key}@${domain}>`,
    headers: { 'X-Relance-Key': key, 'Auto-Submitted': 'auto-generated', ...headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}
