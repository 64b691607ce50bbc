import type { DeskActivities, Next } from './desk-activities.ts'
import type { CarriedDesk, ContactDeskInput, DecideSignal, DeskRequest, PreparedMessage } from './protocol.ts'

export interface DeskHost extends DeskActivities {
  readonly now: () => number
  readonly rest: (until: number | null, woken: () => boolean) => Promise<unknown>
  readonly wantsFreshRun: () => boolean
  readonly reasonOf: (error: unknown) => string | undefined
}

/**
 * The contact desk of one debtor: takes the requests of its invoices, has them merged into messages, sends each when its
 * time has come or a person says so, and goes home when nothing is left.
 */
export class DeskQueue {
  private readonly debtor: string
  private readonly host: DeskHost
  private requests: DeskRequest[]
  private decisions: DecideSignal[]
  private messages: Map<string, PreparedMessage>
  private isRecheckWanted: boolean

  constructor({ debtor, carried }: ContactDeskInput, host: DeskHost) {
    this.debtor = debtor
    this.host = host
    this.requests = [...(carried?.requests ?? [])]
    this.decisions = [...(carried?.decisions ?? [])]
    this.messages = byId(carried?.messages ?? [])
    // A desk that was lost and is called again by a decision finds its open messages in their records.
    this.isRecheckWanted = carried === undefined
  }

  request(request: DeskRequest): void {
    this.requests.push(request)
  }

  decide(decision: DecideSignal): void {
    this.decisions.push(decision)
  }

  recheck(): void {
    this.isRecheckWanted = true
  }

  look(): readonly PreparedMessage[] {
    return [...this.messages.values()]
  }

  /** Runs the desk; returns what to carry into a fresh run, or null when it may go home. */
  async run(): Promise<CarriedDesk | null> {
    for (;;) {
      if (this.requests.length > 0) await this.prepare()
      else if (this.isRecheckWanted) await this.lookAgain()
      else if (this.decisions.length > 0) await this.settle(this.decisions.shift()!)
      else {
        const next = this.nextMessage()
        if (next?.at && Date.parse(next.at) <= this.host.now()) await this.send(next)
        else if (this.messages.size === 0) return null
        else if (this.host.wantsFreshRun()) return this.carry()
        else await this.host.rest(next?.at ? Date.parse(next.at) : null, () => this.hasSignals())
      }
    }
  }

  private hasSignals(): boolean {
    return this.requests.length > 0 || this.decisions.length > 0 || this.isRecheckWanted
  }

  /** The message that is due first; none while all wait for a person. */
  private nextMessage(): PreparedMessage | undefined {
    return [...this.messages.values()]
      .filter(({ at }) => at !== null)
      .sort((left, right) => Date.parse(left.at!) - Date.parse(right.at!))[0]
  }

  private async prepare(): Promise<void> {
    const requests = this.requests
    this.requests = []
    this.isRecheckWanted = false
    try {
      this.messages = byId(await this.host.prepareMessages({ debtor: this.debtor, requests }))
    } catch (error) {
      await this.giveUp(error, { requests, message: null })
    }
  }

  private async lookAgain(): Promise<void> {
    this.isRecheckWanted = false
    try {
      this.messages = byId(await this.host.recheckMessages({ debtor: this.debtor }))
    } catch (error) {
      if (this.host.reasonOf(error) === undefined) throw error
    }
  }

  private async send(message: PreparedMessage): Promise<void> {
    await this.goOn(message.id, () => this.host.deliver({ debtor: this.debtor, message }))
  }

  private async settle(decision: DecideSignal): Promise<void> {
    await this.goOn(decision.message, () => this.host.settleMessage({ debtor: this.debtor, decision }))
  }

  private async goOn(id: string, work: () => Promise<Next>): Promise<void> {
    try {
      const next = await work()
      if (next) this.messages.set(id, next)
      else this.messages.delete(id)
    } catch (error) {
      await this.giveUp(error, { requests: [], message: id })
      this.messages.delete(id)
    }
  }

  private async giveUp(
    error: unknown,
    what: { readonly requests: readonly DeskRequest[]; readonly message: string | null },
  ): Promise<void> {
    const reason = this.host.reasonOf(error)
    if (reason === undefined) throw error
    await this.host.giveUp({ debtor: this.debtor, ...what, reason })
  }

  private carry(): CarriedDesk {
    return { requests: this.requests, decisions: this.decisions, messages: this.look() }
  }
}

function byId(messages: readonly PreparedMessage[]): Map<string, PreparedMessage> {
  return new Map(messages.map((message) => [message.id, message]))
}
