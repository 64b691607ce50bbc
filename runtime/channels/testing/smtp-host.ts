import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export interface SmtpHost {
  readonly url: string
  /** Contents taken, whether they were answered or not. */
  readonly taken: string[]
  readonly close: () => Promise<void>
}

export interface SmtpManners {
  readonly onRcptTo?: SMTPServerOptions['onRcptTo']
  /** What the server says once it has the whole message; nothing means that it never answers. */
  readonly afterData?: (answer: (error?: Error) => void, hangUp: () => void) => void
}

/** An SMTP server that listens on a free port and behaves as a test wants. */
export async function openSmtpHost({ onRcptTo, afterData }: SmtpManners = {}): Promise<SmtpHost> {
  const taken: string[] = []
  const sockets = new Set<{ destroy: () => void }>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    ...(onRcptTo && { onRcptTo }),
    onData(stream, _session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        taken.push(Buffer.concat(chunks).toString('utf8'))
        const hangUp = () => {
          for (const socket of sockets) socket.destroy()
        }
        if (afterData) afterData((error) => callback(error ?? null), hangUp)
        else callback(null)
      })
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** A refusal with the code that SMTP gives it. */
export function refusal(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode })
}
