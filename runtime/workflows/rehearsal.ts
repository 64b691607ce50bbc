import { condition, proxyLocalActivities } from '@temporalio/workflow'
import { describe } from '../machine/describe.ts'
import { shortWork } from './activity-options.ts'
import type { ActAnswer, ActAsk } from './file-activities.ts'
import { InvoiceFileCourse } from './invoice-file-course.ts'
import { reasonOf } from './reason-of.ts'
import type { PlannedAct, RehearsalActivities, RehearsalMemory } from './rehearsal-activities.ts'
import { rest } from './rest.ts'

export interface RehearsalInput {
  readonly rehearsal: string
}

const { retry, ...timeouts } = shortWork
/** A rehearsal is watched: what fails a few times is told at once. */
const activities = proxyLocalActivities<RehearsalActivities>({ ...timeouts, retry: { ...retry, maximumAttempts: 4 } })

/**
 * One file, run for real in skipped time: the same course as production over activities that only touch the rehearsal's own
 * record and the mail catcher. The desk's decision is the same pure function; there is no desk workflow, since its clock
 * would not be skipped along.
 */
export async function rehearsal({ rehearsal: id }: RehearsalInput): Promise<void> {
  try {
    const { happenings, until } = await activities.openRehearsal({ rehearsal: id, now: nowIso() })
    const play = new Play(id, happenings.length)
    const told = happenings.map(async ({ at, happening }, index) => {
      await rest(Date.parse(at), () => play.isOver)
      play.happen(happening, `${id}/${index}`)
    })
    await Promise.race([play.run(), rest(Date.parse(until), () => play.isOver)])
    play.isOver = true
    await Promise.all(told)
    await activities.closeRehearsal({ rehearsal: id, error: null })
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    await activities.closeRehearsal({ rehearsal: id, error: reason })
  }
}

class Play {
  isOver = false
  private readonly id: string
  private readonly file: InvoiceFileCourse
  private ahead: number
  private memory: RehearsalMemory = { reminders: 0, lastContactAt: null, lastOutcome: '', paidAt: null }

  constructor(id: string, ahead: number) {
    this.id = id
    this.ahead = ahead
    const remember = <T>(ask: T) => ({ ...ask, rehearsal: id, memory: this.memory })
    this.file = new InvoiceFileCourse(
      { item: id, scenario: id },
      {
        loadFile: () => activities.loadRehearsal({ rehearsal: id }),
        resolveDate: (ask) => activities.rehearseDate(remember(ask)),
        readFacts: (ask) => activities.rehearseFacts(remember(ask)),
        act: async (ask) => this.act(ask, await activities.rehearseAct(remember(ask))),
        recordTrace: (trace) => activities.recordRehearsal({ rehearsal: id, trace }),
        now: Date.now,
        life: id,
        rest: (until, woken) => this.rest(until, woken),
        isLong: () => false,
        wantsFreshRun: () => false,
        reasonOf,
      },
    )
  }

  async run(): Promise<void> {
    await this.file.run()
    this.isOver = true
  }

  happen(happening: Parameters<InvoiceFileCourse['happen']>[0]['happening'], event: string): void {
    this.ahead--
    if (this.isOver) return
    if (happening.type === 'PAID') this.memory = { ...this.memory, paidAt: nowIso() }
    this.file.happen({ event, happening })
  }

  private act(ask: ActAsk, rehearsed: { readonly port: string } | { readonly planned: PlannedAct }): ActAnswer {
    if ('port' in rehearsed) return rehearsed
    this.sendLater(ask, rehearsed.planned).catch((error) => this.fail(ask, error))
    return { later: true }
  }

  private async sendLater(ask: ActAsk, planned: PlannedAct): Promise<void> {
    await rest(Date.parse(planned.at), () => this.isOver)
    const { node, visit } = describe(this.file.look().state)
    if (this.isOver || node !== ask.place.node || visit !== ask.place.visit) return
    const now = nowIso()
    await activities.rehearseSend({ ...ask, now, rehearsal: this.id, memory: this.memory, planned })
    const { reminders, paidAt } = this.memory
    this.memory = { reminders: reminders + 1, lastContactAt: now, lastOutcome: planned.port, paidAt }
    this.file.answer({ ...ask.place, outcome: planned.port })
  }

  private fail(ask: ActAsk, error: unknown): void {
    this.file.answer({ ...ask.place, outcome: 'failed', reason: reasonOf(error) ?? String(error) })
  }

  /** Without a date and without anything left to happen the file would rest for ever: the rehearsal is over. */
  private async rest(until: number | null, woken: () => boolean): Promise<unknown> {
    if (until !== null) return rest(until, woken)
    const { asked } = this.file.look()
    if (asked?.answer !== 'awaited' && this.ahead === 0 && !woken()) this.isOver = true
    return condition(woken)
  }
}

function nowIso(): string {
  return new Date(Date.now()).toISOString()
}
