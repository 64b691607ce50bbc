import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface SmtpSink {
  readonly url: string
  /** Keys of the messages accepted, in order. */
  readonly keys: readonly string[]
  readonly stop: () => Promise<void>
}

/** An SMTP server that takes every message and remembers only its key: what it costs must not hide what is measured. */
export async function openSmtpSink(): Promise<SmtpSink> {
  const keys: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        keys.push(/^X-Relance-Key:\s*(\S+)/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? '')
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    keys,
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
