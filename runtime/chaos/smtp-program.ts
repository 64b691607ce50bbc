import { openSync, writeSync } from 'node:fs'
import { SMTPServer } from 'smtp-server'
import { runAsProgram } from '../host/run-as-program.ts'
import { type Fate, type MailEntry, readLetter } from './mail-log.ts'
import { seeded } from './seeded.ts'

/**
 * A mail server to be killed. What it accepts is in its log before anybody is told; then it answers, answers too late, or
 * drops the line. Told its port, log and seed in its arguments.
 */
const [port, file, seed] = process.argv.slice(2)
const log = openSync(file!, 'a')
const draw = seeded(Number(seed))
/** Longer than the worker waits for an answer, ms. */
const late = 5_000

const write = (entry: MailEntry) => void writeSync(log, `${JSON.stringify(entry)}\n`)

function drawFate(): Fate | 'refused' {
  const turn = draw.share()
  if (turn < 0.04) return 'late'
  if (turn < 0.08) return 'cut'
  if (turn < 0.12) return 'refused'
  return 'answered'
}

await runAsProgram(async () => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, answer) {
      const invitedAt = Date.now()
      const to = session.envelope.rcptTo[0]?.address ?? ''
      write({ what: 'invited', at: invitedAt, to })
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const fate = drawFate()
        if (fate === 'refused') {
          write({ what: 'refused', at: Date.now(), to })
          answer(Object.assign(new Error('try again later'), { responseCode: 451 }))
          return
        }
        const letter = readLetter(Buffer.concat(chunks).toString('latin1'))
        write({ what: 'accepted', invitedAt, at: Date.now(), to, ...letter, fate })
        if (fate === 'cut') for (const socket of sockets) socket.destroy()
        else setTimeout(answer, fate === 'late' ? late : draw.between(0, 60), null)
      })
    },
  })
  const sockets = new Set<{ destroy: () => void }>()
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  // Lines that break are what this server is for.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(Number(port), '127.0.0.1', resolve))
  return { stop: async () => server.close() }
})
