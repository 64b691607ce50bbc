import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'

export interface SmtpPoolOptions {
  readonly connection: SMTPConnectionOptions
  readonly login?: { readonly user: string; readonly pass: string }
  /** Conversations at one time. */
  readonly size: number
  /** Messages that may wait for one; more are turned away, to be tried later. */
  readonly queue: number
}

/** Ms after which an unused connection is closed. */
const idleLimit = 20_000
/** Messages after which a connection is renewed; many servers set a limit. */
const messageLimit = 90

export interface Lease {
  readonly connection: SMTPConnection
  /** It has served before, so the server may have hung up unnoticed. */
  readonly used: boolean
  /** Gives the connection back, or closes it when the conversation went wrong. */
  readonly release: (isSound: boolean) => void
}

interface Idle {
  readonly connection: SMTPConnection
  readonly served: number
  readonly timer: NodeJS.Timeout
}

/**
 * Open connections to one SMTP server. nodemailer's own pool sends a message again when a connection closes under it, which
 * is just what must never happen here.
 */
export class SmtpPool {
  private readonly options: SmtpPoolOptions
  private readonly idle: Idle[] = []
  private readonly waiting: (() => void)[] = []
  private busy = 0

  constructor(options: SmtpPoolOptions) {
    this.options = options
  }

  /** A connection that has greeted and logged in; `fresh` never takes a used one. Throws when the server cannot be reached or too many wait. */
  async lease({ fresh = false } = {}): Promise<Lease> {
    await this.enter()
    try {
      const idle = fresh ? undefined : this.idle.pop()
      if (!idle) return this.leaseOf(await this.open(), 0)
      clearTimeout(idle.timer)
      return this.leaseOf(idle.connection, idle.served)
    } catch (error) {
      this.leave()
      throw error
    }
  }

  close(): void {
    for (const { connection, timer } of this.idle.splice(0)) {
      clearTimeout(timer)
      connection.quit()
    }
  }

  private leaseOf(connection: SMTPConnection, served: number): Lease {
    return {
      connection,
      used: served > 0,
      release: (isSound) => {
        this.leave()
        if (isSound && served + 1 < messageLimit) this.keep(connection, served + 1)
        else if (isSound) connection.quit()
        else connection.close()
      },
    }
  }

  private keep(connection: SMTPConnection, served: number): void {
    const timer = setTimeout(() => this.drop(connection), idleLimit).unref()
    this.idle.push({ connection, served, timer })
  }

  private drop(connection: SMTPConnection): void {
    const at = this.idle.findIndex((entry) => entry.connection === connection)
    if (at < 0) return
    clearTimeout(this.idle[at]!.timer)
    this.idle.splice(at, 1)
    connection.close()
  }

  private async enter(): Promise<void> {
    if (this.busy < this.options.size) {
      this.busy++
      return
    }
    if (this.waiting.length >= this.options.queue) throw new Error('too many messages wait for the SMTP server')
    await new Promise<void>((resolve) => this.waiting.push(resolve))
  }

  private leave(): void {
    const next = this.waiting.shift()
    if (next) next()
    else this.busy--
  }

  private async open(): Promise<SMTPConnection> {
    const connection = new SMTPConnection(this.options.connection)
    const { login } = this.options
    try {
      await new Promise<void>((resolve, reject) => {
        connection.once('error', reject)
        connection.connect((error) => (error ? reject(error) : resolve()))
      })
      // From here on errors reach whoever sends; one that comes while idle only ends the connection.
      connection.on('error', () => {})
      connection.once('end', () => this.drop(connection))
      if (login && connection.allowsAuth) {
        await new Promise<void>((resolve, reject) => {
          connection.login({ user: login.user, pass: login.pass }, (error) => (error ? reject(error) : resolve()))
        })
      }
      return connection
    } catch (error) {
      connection.close()
      throw error
    }
  }
}
