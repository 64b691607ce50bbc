import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../process/free-port.ts'
import type { ServerHandle } from '../server-handle.ts'

/** Messages kept; the oldest go first, from memory and from the disk. */
const kept = 1_000
const largestMessage = 10 * 1024 * 1024

export interface CatcherStart {
  /** RELANCE_HOME, absolute; its logs/ exists. */
  readonly home: string
  /** Port wished for the web page. */
  readonly pagePort?: number
  readonly port?: number
}

/** Starts the mail catcher in this process: it takes every message, keeps the last 1 000 in RELANCE_HOME and sends none. */
export async function startCatcher(options: CatcherStart): Promise<ServerHandle> {
  const { MailDev, VERSION } = await import('maildev')
  const folder = join(options.home, 'mail')
  await mkdir(folder, { recursive: true })
  const [smtp, web] = [options.port ?? (await freePort()), await freePort(options.pagePort)]
  const catcher = new MailDev({
    smtp,
    web,
    ip: '127.0.0.1',
    webIp: '127.0.0.1',
    mailDirectory: folder,
    maxEmails: kept,
    maxMessageSize: largestMessage,
    silent: true,
  })
  await withoutGreeting(() => catcher.start())
  return {
    need: 'mail',
    address: `smtp://127.0.0.1:${smtp}`,
    foundBy: 'embedded',
    version: `maildev ${VERSION}`,
    page: `http://localhost:${web}`,
    stop: () => catcher.stop(),
  }
}

/** maildev greets on the console even when it is told to be silent. */
async function withoutGreeting(start: () => Promise<unknown>): Promise<void> {
  const { info } = console
  console.info = () => {}
  try {
    await start()
  } finally {
    console.info = info
  }
}
