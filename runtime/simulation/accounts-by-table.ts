import type { Medium } from '@relance/sdk/define-node'
import type { Facts, Segment } from '@relance/sdk/facts'
import type { ScenarioPolicy } from '@relance/sdk/scenario-document'
import { isoDay } from '../domain/calendar/day-number.ts'
import { type DayTable, dayAt, midnightAt } from '../domain/calendar/day-table.ts'
import { type MomentByTable, resolveByTable } from '../domain/calendar/moment-by-table.ts'
import { takeOver } from '../domain/calendar/took-over.ts'
import type { Assumptions } from '../domain/conduct/assumptions.ts'
import type { LateClaim } from '../domain/law/late-claim.ts'
import { claimOn } from '../machine/simulated-file.ts'
import type { Simulation } from '../machine/simulation.ts'
import { on, TabulatedScenario } from '../machine/tabulate.ts'
import type { TraceEntry } from '../machine/trace.ts'
import type { CompiledScenario, Happening, StepContact } from '../machine/types.ts'
import { AccountSums } from './account-sums.ts'
import { CarryingByTable } from './carrying-by-table.ts'
import { DeskByTable } from './desk-by-table.ts'
import { FileQueue } from './file-queue.ts'
import type { LedgerColumns } from './ledger-columns.ts'
import { type Conduct, respondingDay, unaidedDay } from './payer.ts'
import { addCash, countContact, type Period, personOf, type Tally, tallyEnds } from './tally.ts'

export interface SimulationSetup {
  readonly compiled: CompiledScenario
  readonly policy: ScenarioPolicy
  readonly ledger: LedgerColumns
  /** By the debtors' `calendar`. */
  readonly tables: readonly DayTable[]
  readonly period: Period
  readonly conduct: Conduct
  readonly assumptions: Pick<Assumptions, 'response' | 'responseDays'>
}

/** What one file went through, as `simulate` tells it. */
export interface FileStory {
  readonly trace: TraceEntry[]
  readonly end: Simulation['end']
  /** The day on which it was paid, or ∞. */
  readonly paidDay: number
}

const never = Number.POSITIVE_INFINITY

/**
 * The host of a whole ledger: lives the accounts through as `simulateAccount` does, by table. One debtor at a time, all that a file
 * remembers in columns that are used again for the next.
 */
export class AccountsByTable {
  readonly #setup: SimulationSetup
  readonly #scenario: TabulatedScenario
  readonly #tally: Tally
  readonly #queue = new FileQueue()
  readonly #desk: DeskByTable
  readonly #sums: AccountSums
  readonly #carrying: CarryingByTable
  readonly #facts: Writable<Facts>
  readonly #moment: MomentByTable
  readonly #spokenFor: number[] = []
  readonly #isPaid = (file: number) => this.#paidDay[file]! < never
  /** Traces of the debtor under way, where they are wanted. */
  readonly #stories: TraceEntry[][] | null

  #state = new Int32Array(0)
  #until = new Float64Array(0)
  #payAt = new Float64Array(0)
  #payDay = new Float64Array(0)
  #paidDay = new Float64Array(0)
  #disputeAt = new Float64Array(0)
  #resolveAt = new Float64Array(0)
  #reminders = new Int32Array(0)
  /** Reminders that listed the file as overdue, its own and those of the file that carries its account. */
  #listings = new Int32Array(0)
  #reached = new Float64Array(0)
  #laterDays = new Int32Array(0)
  #tookOverAt = new Float64Array(0)
  #countsByAge = new Uint8Array(0)
  #listedAt = new Float64Array(0)
  #remindedDay = new Float64Array(0)
  #lastOutcome: string[] = []
  #isAsking = new Uint8Array(0)

  #debtor = 0
  #base = 0
  #table!: DayTable
  #now = 0
  #answeredAt = Number.NaN
  #isContacted = false
  /** The file whose facts are read. */
  #asking = 0

  constructor(setup: SimulationSetup, { tally, told = false }: { tally: Tally; told?: boolean }) {
    const { compiled, policy, ledger } = setup
    this.#setup = setup
    this.#scenario = new TabulatedScenario(compiled, policy)
    this.#tally = tally
    this.#stories = told ? [] : null
    this.#desk = new DeskByTable({ ...policy, currencies: ledger.names.currency })
    this.#sums = new AccountSums(ledger)
    this.#carrying = new CarryingByTable(ledger, {
      canCarry: (file) => this.#state[file]! >= 0 && this.#scenario.canCarry[this.#state[file]!]!,
      isPaid: this.#isPaid,
    })
    this.#facts = emptyFacts(() => this.#claim())
    this.#moment = emptyMoment()
  }

  /** Lives one debtor's account through and counts it. Answers the files' stories where they were asked for. */
  live(debtor: number): FileStory[] {
    const { ledger, tables, period } = this.#setup
    const { firstFile, calendar, spread } = ledger.debtors
    const count = firstFile[debtor + 1]! - firstFile[debtor]!
    this.#debtor = debtor
    this.#base = firstFile[debtor]!
    this.#table = tables[calendar[debtor]!]!
    this.#isContacted = false
    this.#moment.spread = spread[debtor]!
    this.#desk.reset(this.#table, spread[debtor]!)
    this.#sums.reset()
    this.#carrying.reset(this.#base, count)
    this.#makeRoom(count)
    this.#queue.reset(count)
    for (let file = 0; file < count; file++) this.#enrol(file)
    if (count > 0) this.#liveUntil(midnightAt(this.#table, period.last + 1))
    return this.#close(count)
  }

  #makeRoom(files: number): void {
    if (this.#stories) this.#stories.length = 0
    if (files <= this.#state.length) return
    const room = Math.max(files, this.#state.length * 2, 64)
    this.#state = new Int32Array(room)
    this.#until = new Float64Array(room)
    this.#payAt = new Float64Array(room)
    this.#payDay = new Float64Array(room)
    this.#paidDay = new Float64Array(room)
    this.#disputeAt = new Float64Array(room)
    this.#resolveAt = new Float64Array(room)
    this.#reminders = new Int32Array(room)
    this.#listings = new Int32Array(room)
    this.#reached = new Float64Array(room)
    this.#laterDays = new Int32Array(room)
    this.#tookOverAt = new Float64Array(room)
    this.#countsByAge = new Uint8Array(room)
    this.#listedAt = new Float64Array(room)
    this.#remindedDay = new Float64Array(room)
    this.#isAsking = new Uint8Array(room)
  }

  #enrol(file: number): void {
    const { ledger, period, conduct } = this.#setup
    const index = this.#base + file
    const due = ledger.files.dueDay[index]!
    const day = unaidedDay(ledger, { debtor: this.#debtor, file: index, first: period.first, conduct })
    const disputes = conduct.type === 'disputes' ? due + conduct.day : never
    this.#state[file] = -1
    this.#until[file] = Number.NaN
    this.#payDay[file] = day
    this.#payAt[file] = noonOf(this.#table, day)
    this.#paidDay[file] = never
    this.#disputeAt[file] = noonOf(this.#table, disputes)
    const lasts = conduct.type === 'disputes' ? conduct.lasts : undefined
    this.#resolveAt[file] = lasts === undefined ? never : noonOf(this.#table, disputes + lasts)
    this.#reminders[file] = 0
    this.#listings[file] = 0
    this.#laterDays[file] = 0
    this.#tookOverAt[file] = Number.NaN
    this.#countsByAge[file] = 0
    this.#listedAt[file] = Number.NaN
    this.#remindedDay[file] = Number.NaN
    this.#lastOutcome[file] = ''
    this.#isAsking[file] = 0
    this.#queue.add(file, midnightAt(this.#table, Math.max(period.first, ledger.files.issueDay[index]!)))
    if (this.#stories) this.#stories[file] = []
    this.#count(this.#tally.unaided, { file, day })
  }

  #liveUntil(until: number): void {
    const queue = this.#queue
    const desk = this.#desk
    for (;;) {
      const file = queue.first()
      desk.plan(this.#now)
      if (desk.at < queue.at[file]!) {
        if (desk.at > until) return
        this.#contact()
      } else {
        if (!(queue.at[file]! <= until)) return
        this.#now = queue.at[file]!
        this.#goOn(file)
      }
      if (this.#carrying.isUnsettled) this.#takeTurns()
    }
  }

  /** Has those stand aside that speak out of turn, and those take over whose turn has come, until nothing changes. */
  #takeTurns(): void {
    const carrying = this.#carrying
    while (carrying.isUnsettled) {
      carrying.isUnsettled = false
      for (const file of [...this.#desk.files]) {
        if (!this.#scenario.isPaid[this.#state[file]!]! && carrying.isOutOfTurn(file)) this.#standAside(file)
      }
      for (let currency = 0; currency < carrying.currencies; currency++) {
        const carrier = carrying.of(currency)
        if (carrier >= 0 && this.#scenario.isCarried[this.#state[carrier]!]) this.#takeOver(carrier)
      }
    }
  }

  #standAside(file: number): void {
    const scenario = this.#scenario
    if (!scenario.isCarried[this.#state[file]!]) this.#pass(file, scenario.on(this.#state[file]!, on.carried))
    this.#pass(file, scenario.on(this.#state[file]!, on.withheld))
    this.#settle(file)
  }

  #takeOver(file: number): void {
    const state = this.#state[file]!
    if (this.#scenario.isDue[state]) {
      const [now, reached, until] = [this.#now, this.#reached[file]!, this.#until[file]!]
      const { days, at } = takeOver({
        ...{ now, reached, until },
        before: { days: this.#laterDays[file]!, at: this.#tookOverAt[file]! },
      })
      this.#laterDays[file] = days
      this.#tookOverAt[file] = at
      this.#countsByAge[file] = 1
    }
    this.#pass(file, this.#scenario.on(state, on.takesOver))
    this.#settle(file)
  }

  /** Opens a file, or lets happen to it what comes first. */
  #goOn(file: number): void {
    const now = this.#now
    if (this.#state[file] === -1) this.#open(file)
    else if (this.#payAt[file] === now) this.#pay(file)
    else if (this.#disputeAt[file] === now) {
      this.#disputeAt[file] = never
      this.#pass(file, this.#scenario.on(this.#state[file]!, on.disputed))
    } else if (this.#resolveAt[file] === now) {
      this.#resolveAt[file] = never
      this.#pass(file, this.#scenario.on(this.#state[file]!, on.resolved))
    } else this.#pass(file, this.#scenario.on(this.#state[file]!, on.woken))
    this.#settle(file)
  }

  #open(file: number): void {
    const happened: Happening['type'][] = []
    if (this.#payAt[file]! <= this.#now) {
      happened.push('PAID')
      this.#notePaid(file, this.#payDay[file]!)
    }
    if (this.#disputeAt[file]! <= this.#now) {
      happened.push('DISPUTED')
      this.#disputeAt[file] = never
    }
    if (this.#resolveAt[file]! <= this.#now) {
      happened.push('DISPUTE_RESOLVED')
      this.#resolveAt[file] = never
    }
    if (this.#carrying.isLater(file)) happened.push('CARRIED')
    this.#pass(file, this.#scenario.open(happened))
  }

  #pay(file: number): void {
    this.#notePaid(file, this.#payDay[file]!)
    this.#pass(file, this.#scenario.on(this.#state[file]!, on.paid))
  }

  #notePaid(file: number, day: number): void {
    this.#payAt[file] = never
    this.#paidDay[file] = day
    this.#sums.pay(file)
    this.#count(this.#tally.cash, { file, day })
  }

  #pass(file: number, transition: number): void {
    const { keeps, target, told, enters, canCarry } = this.#scenario
    const keeping = keeps[transition]!
    if (keeping === 'answer') this.#until[file] = this.#answeredAt
    else if (keeping === 'nothing') this.#until[file] = Number.NaN
    if (enters[transition]) this.#reached[file] = this.#now
    const before = this.#state[file]!
    const after = target[transition]!
    this.#state[file] = after
    if (canCarry[after] !== (before >= 0 && canCarry[before])) this.#carrying.change(file)
    if (this.#stories && told[transition]!.length > 0) this.#tell(file, told[transition]!)
  }

  #tell(file: number, told: readonly TraceEntry[]): void {
    const at = isoOf(this.#now)
    for (const entry of told) {
      const detail = entry.what === 'sleep' ? isoOf(this.#until[file]!) : entry.detail
      this.#stories![file]!.push({ ...entry, at, detail })
    }
  }

  /** Answers what can be answered at once, tells the desk what the file wishes, and puts it where it goes on. */
  #settle(file: number): void {
    const { task, subject, contacts, isHeld } = this.#scenario
    for (;;) {
      const state = this.#state[file]!
      const work = task[state]!
      if (work === 'date') this.#dated(file, state)
      else if (work === 'facts') this.#pass(file, this.#scenario.onFacts(state, this.#factsOf(file)))
      else if (work === 'act' && subject[state]! < 0) this.#leave(file, state)
      else {
        const wish = work === 'act' && !isHeld[state] ? contacts[subject[state]!]! : null
        this.#wish(file, wish)
        const wakeAt = work === 'sleep' ? this.#until[file]! : never
        const happensAt = Math.min(this.#payAt[file]!, this.#disputeAt[file]!, this.#resolveAt[file]!)
        this.#queue.move(file, wakeAt < happensAt ? Math.max(wakeAt, this.#now) : happensAt)
        return
      }
    }
  }

  #wish(file: number, contact: StepContact | null): void {
    if (this.#isAsking[file]) this.#desk.withdraw(file)
    this.#isAsking[file] = contact ? 1 : 0
    if (!contact) return
    const isThanks = this.#scenario.isPaid[this.#state[file]!]!
    if (!isThanks) this.#carrying.hear()
    const currency = this.#setup.ledger.files.currency[this.#base + file]!
    this.#desk.ask(file, this.#desk.wishOf(contact, { isThanks, currency }))
  }

  #dated(file: number, state: number): void {
    this.#pass(file, this.#scenario.on(state, this.#date(file, state)))
    if (!this.#scenario.isCatchingUp[this.#state[file]!]) this.#countsByAge[file] = 0
  }

  #date(file: number, state: number) {
    const { moments, subject, isCatchingUp, resumes } = this.#scenario
    const { files } = this.#setup.ledger
    const index = this.#base + file
    const moment = this.#moment
    moment.moment = moments[subject[state]!]!
    moment.now = this.#now
    moment.catchingUp = isCatchingUp[state]!
    moment.since = resumes[state] ? this.#sinceOf(file) : Number.NaN
    moment.laterDays = this.#laterDays[file]!
    moment.tookOverAt = this.#tookOverAt[file]!
    moment.countsByAge = this.#countsByAge[file] === 1
    moment.previous = this.#until[file]!
    moment.listedAt = this.#listedAt[file]!
    moment.dueDay = files.dueDay[index]!
    moment.issueDay = files.issueDay[index]!
    moment.paymentDay = this.#paidDay[file]! < never ? this.#paidDay[file]! : Number.NaN
    moment.lastContactAt = this.#desk.lastContactAt
    resolveByTable(moment, { table: this.#table, rules: this.#setup.policy })
    this.#answeredAt = moment.at
    return moment.said ? on.said : moment.past ? on.past : on.ahead
  }

  /** A step that no wait led to is dated, once its file takes over, by when it was reached. */
  #sinceOf(file: number): number {
    const until = this.#until[file]!
    return Number.isNaN(until) && this.#countsByAge[file] ? this.#reached[file]! : until
  }

  #leave(file: number, state: number): void {
    this.#lastOutcome[file] = this.#scenario.usual[state]!
    this.#pass(file, this.#scenario.on(state, on.outcome))
  }

  /** The planned message leaves; each file that it speaks for goes on, and its customer may pay sooner. */
  #contact(): void {
    const desk = this.#desk
    this.#now = desk.at
    const { contact } = desk.send(this.#spokenFor)
    const day = dayAt(this.#table, this.#now)
    this.#countContact(contact, day)
    for (const file of this.#spokenFor) this.#isAsking[file] = 0
    for (const file of this.#spokenFor) {
      if (!this.#scenario.isPaid[this.#state[file]!]) this.#remind(file, { medium: contact.medium, day })
    }
    for (const file of this.#spokenFor) {
      const state = this.#state[file]!
      this.#reminders[file]!++
      this.#remindedDay[file] = day
      this.#leave(file, state)
      this.#settle(file)
    }
  }

  /** A reminder lists what is overdue of the account: its customer may pay any of it. */
  #remind(carrier: number, contact: { medium: Medium; day: number }): void {
    const { ledger, conduct } = this.#setup
    const { currency, dueDay } = ledger.files
    const count = ledger.debtors.firstFile[this.#debtor + 1]! - this.#base
    for (let file = 0; file < count; file++) {
      const index = this.#base + file
      const isOverdue = dueDay[index]! < contact.day && currency[index] === currency[this.#base + carrier]
      const state = this.#state[file]!
      if (file !== carrier && isOverdue && state >= 0 && this.#scenario.canCarry[state])
        this.#listedAt[file] = this.#now
      if (conduct.type !== 'history') continue
      if (file === carrier || (isOverdue && state >= 0 && !this.#isPaid(file))) this.#respond(file, contact)
    }
  }

  #respond(file: number, { medium, day }: { medium: Medium; day: number }): void {
    const { assumptions, ledger } = this.#setup
    const paid = respondingDay(ledger.files.key[this.#base + file]!, {
      ...{ share: assumptions.response[medium], within: assumptions.responseDays, day, count: this.#listings[file]!++ },
    })
    if (paid >= this.#payDay[file]!) return
    this.#payDay[file] = paid
    this.#payAt[file] = noonOf(this.#table, paid)
    this.#queue.move(file, Math.min(this.#queue.at[file]!, this.#payAt[file]!))
  }

  #countContact({ medium, by }: StepContact, day: number): void {
    const { ledger } = this.#setup
    countContact(this.#tally, { day, medium, person: personOf(by, { debtor: this.#debtor, ledger }) })
    if (!this.#isContacted) this.#tally.firstContacts[Math.floor((day - this.#tally.monday) / 7)]!++
    this.#isContacted = true
  }

  #count(cash: Float64Array, { file, day }: { file: number; day: number }): void {
    const { files } = this.#setup.ledger
    const index = this.#base + file
    addCash(this.#tally, cash, { day, currency: files.currency[index]!, amount: files.open[index]! })
  }

  /** Worked out only for the scenarios that ask. */
  #claim(): LateClaim {
    const { files } = this.#setup.ledger
    const index = this.#base + this.#asking
    const invoice = { dueDate: isoDay(files.dueDay[index]!), open: files.open[index]! }
    return claimOn({ invoice }, isoDay(dayAt(this.#table, this.#now)))
  }

  #factsOf(file: number): Facts {
    this.#asking = file
    const { ledger } = this.#setup
    const { debtors, files, names, numbers } = ledger
    const { invoice, account, debtor, entity, course } = this.#facts
    const index = this.#base + file
    const own = this.#debtor
    const currency = files.currency[index]!
    const today = dayAt(this.#table, this.#now)
    const reminded = this.#remindedDay[file]!
    this.#sums.bringTo(today, { debtor: own, isPaid: this.#isPaid })
    invoice.number = numbers?.[index] ?? ''
    invoice.amount = files.amount[index]!
    invoice.open = this.#isPaid(file) ? 0 : files.open[index]!
    invoice.currency = names.currency[currency]!
    invoice.issueDate = isoDay(files.issueDay[index]!)
    invoice.dueDate = isoDay(files.dueDay[index]!)
    invoice.daysLate = today - files.dueDay[index]!
    account.balance = this.#sums.balance[currency]!
    account.overdue = this.#sums.overdue[currency]!
    account.overdueInvoices = this.#sums.overdueInvoices[currency]!
    debtor.segment = names.segment[debtors.segment[own]!]! as Segment
    debtor.country = names.country[debtors.country[own]!]!
    debtor.language = names.language[debtors.language[own]!]!
    debtor.meanDelay = debtors.meanDelay[own]!
    entity.code = names.entity[debtors.entity[own]!]!
    course.reminders = this.#reminders[file]!
    course.daysSinceLastReminder = Number.isNaN(reminded) ? 0 : today - reminded
    course.lastOutcome = this.#lastOutcome[file]!
    return this.#facts
  }

  #close(count: number): FileStory[] {
    const stories: FileStory[] = []
    for (let file = 0; file < count; file++) {
      const end = this.#endOf(file)
      this.#tally.ends[tallyEnds.indexOf(end)]!++
      this.#countDelay(file)
      if (this.#stories) stories.push({ trace: this.#stories[file]!, end, paidDay: this.#paidDay[file]! })
    }
    return stories
  }

  #endOf(file: number): Simulation['end'] {
    const state = this.#state[file]!
    if (state < 0) return 'running'
    const end = this.#scenario.end[state]
    if (end) return end
    return this.#queue.at[file]! < never || this.#isAsking[file] ? 'running' : 'waiting'
  }

  /** What is unpaid in the end counts as if it were paid the day after. */
  #countDelay(file: number): void {
    const { ledger, period, conduct } = this.#setup
    const { dueDay, open, currency } = ledger.files
    const index = this.#base + file
    const money = currency[index]!
    const last = period.last + 1
    const unaided = unaidedDay(ledger, { debtor: this.#debtor, file: index, first: period.first, conduct })
    this.#tally.amount[money]! += open[index]!
    this.#tally.delayed[money]! += open[index]! * (Math.min(this.#paidDay[file]!, last) - dueDay[index]!)
    this.#tally.delayedUnaided[money]! += open[index]! * (Math.min(unaided, last) - dueDay[index]!)
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends object ? Writable<T[K]> : T[K] }

function emptyFacts(claim: () => LateClaim): Writable<Facts> {
  return {
    invoice: { number: '', amount: 0, open: 0, currency: '', issueDate: '', dueDate: '', daysLate: 0 },
    claim: {
      get penalties() {
        return claim().penalties
      },
      get indemnity() {
        return claim().indemnity
      },
    },
    account: { balance: 0, overdue: 0, overdueInvoices: 0 },
    debtor: { segment: 'pme', country: '', language: '', meanDelay: 0 },
    entity: { code: '' },
    course: { reminders: 0, daysSinceLastReminder: 0, brokenPromises: 0, lastOutcome: '' },
  }
}

function emptyMoment(): MomentByTable {
  return {
    moment: { from: 'dueDate', days: 0, unit: 'calendar' },
    ...{ now: 0, catchingUp: false, since: Number.NaN, laterDays: 0, dueDay: 0, issueDay: 0, paymentDay: Number.NaN },
    ...{ lastContactAt: Number.NaN, spread: 0, at: 0, past: false, said: false },
    ...{ tookOverAt: Number.NaN, countsByAge: false, previous: Number.NaN, listedAt: Number.NaN },
  }
}

/** Noon of a day, when people pay and dispute: the past for a day before the table, never for one after. */
function noonOf({ first, noons }: DayTable, day: number): number {
  if (day < first) return Number.NEGATIVE_INFINITY
  return noons[day - first] ?? never
}

function isoOf(instant: number): string {
  return Number.isFinite(instant) ? new Date(instant).toISOString() : ''
}
