import { type TookOver, takeOver } from '../domain/calendar/took-over.ts'
import { flagOf } from '../domain/desk/last-look.ts'
import type { EventKind } from '../domain/event-kinds.ts'
import type { MoveResult } from '../domain/versions/move-results.ts'
import { describe, metaOf, type Phase, pending } from '../machine/describe.ts'
import { type Migration, migrate } from '../machine/migrate.ts'
import { start, step } from '../machine/step.ts'
import type { CompiledScenario, Effect, Happening, MachineEvent, MachineState, Place } from '../machine/types.ts'
import type { ActAnswer, Asked, DateAsk, FileActivities, LoadedFile, Note } from './file-activities.ts'
import { FileTrace } from './file-trace.ts'
import type {
  AnswerSignal,
  AskedStep,
  CarriedFile,
  HappenSignal,
  InvoiceFileInput,
  Leaving,
  MigrateSignal,
  Stuck,
} from './protocol.ts'

/** What a file needs from whatever runs it: production's workflow, a rehearsal, a test. */
export interface FileHost extends FileActivities {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Tells this life of the file from a later one. */
  readonly life: string
  /** Rests until `until` (ms) or until `woken`; without a date, until `woken`. */
  readonly rest: (until: number | null, woken: () => boolean) => Promise<unknown>
  /** Whether a rest until `until` (ms) is worth forgetting what can be loaded again. */
  readonly isLong: (until: number) => boolean
  /** Whether to carry on in a fresh run before resting until `until`. */
  readonly wantsFreshRun: (until: number | null) => boolean
  /** A permanent failure's text; undefined where the error must be thrown on. */
  readonly reasonOf: (error: unknown) => string | undefined
}

/** Ids of business events kept, so that a repeated signal is recognised: signals repeat within minutes, not years. */
const takenLimit = 300
/** How long a file that cannot even be loaded waits before it looks again, in ms. */
const patience = 3_600_000
/** What holds a file, by the flag that it raises. */
const holding = { disputed: 'DISPUTED', promised: 'PROMISED', held: 'HELD', carried: 'CARRIED' } as const

type Work = Extract<Effect, { type: 'date' | 'facts' | 'act' }>

/**
 * The file of one invoice: the loop over the pure step. It holds no clock, no database and no workflow. Signals wait in
 * queues; what is to be done is read off the state; everything worth telling is collected and written with the next call.
 * The sandbox takes a stack trace for each promise, so what is there is not awaited.
 */
export class InvoiceFileCourse {
  private readonly item: string
  private readonly host: FileHost
  private readonly trace: FileTrace
  private readonly taken: Set<string>
  private readonly happenings: HappenSignal[] = []
  private readonly answers: AnswerSignal[] = []
  private readonly migrations: MigrateSignal[] = []
  private readonly done: Set<string>
  private scenario: string
  private loaded: LoadedFile | null = null
  private state: MachineState | null
  private asked: AskedStep | null
  private stuck: Stuck | null
  private reached: string
  private leaving: Leaving | null
  private heard: number
  private tookOver: TookOver | null

  constructor(input: InvoiceFileInput, host: FileHost) {
    const { item, scenario, carried } = input
    this.item = item
    this.scenario = scenario
    this.host = host
    this.state = carried?.state ?? null
    this.asked = carried?.asked ?? null
    this.stuck = carried?.stuck ?? null
    this.taken = new Set(carried?.taken)
    this.done = new Set(carried?.done)
    this.reached = carried?.reached ?? this.nowIso()
    this.leaving = carried?.leaving ?? null
    this.heard = carried?.heard ?? 0
    this.tookOver = carried?.tookOver ?? null
    this.trace = new FileTrace(
      { item, scenario, life: host.life },
      { opening: carried === undefined, written: carried?.written ?? 0 },
    )
  }

  happen(signal: HappenSignal): void {
    this.happenings.push(signal)
  }

  answer(signal: AnswerSignal): void {
    this.answers.push(signal)
  }

  migrate(signal: MigrateSignal): void {
    this.migrations.push(signal)
  }

  look(): Pick<CarriedFile, 'state' | 'asked' | 'stuck' | 'leaving'> & { readonly scenario: string } {
    const { state, asked, stuck, leaving, scenario } = this
    return { state: state!, asked, stuck, leaving, scenario }
  }

  /** Runs the file; returns what to begin a fresh run with, or null when it is over. */
  async run(): Promise<InvoiceFileInput | null> {
    if (this.state === null) await this.open()
    for (;;) {
      if (this.hasSignals()) await this.takeSignals()
      if (this.leaving && !this.isAwaiting()) await this.move(this.leaving)
      const { ended, until } = describe(this.state!)
      if (ended) return this.close(ended)
      if (this.hasWork()) {
        await this.carryOut(this.loaded ?? (await this.load()))
        continue
      }
      if (!this.trace.isEmpty) await this.writeDown()
      if (this.hasSignals()) continue
      const wakeAt = until === null || this.stuck ? null : Date.parse(until)
      if (wakeAt !== null && wakeAt <= this.host.now()) {
        this.learn(this.loaded ?? (await this.load()))
        if (this.hasSignals()) await this.takeSignals()
        this.wake(this.loaded ?? (await this.load()))
      } else if (this.host.wantsFreshRun(wakeAt)) return this.carry()
      else await this.rest(wakeAt)
    }
  }

  /** A file asleep for long keeps no scenario: the statechart and its machine weigh more than all the rest of it. */
  private rest(wakeAt: number | null): Promise<unknown> {
    if (wakeAt !== null && this.host.isLong(wakeAt)) this.loaded = null
    return this.host.rest(wakeAt, this.woken)
  }

  private readonly woken = (): boolean => this.hasSignals()

  private hasSignals(): boolean {
    return this.happenings.length > 0 || this.answers.length > 0 || this.migrations.length > 0
  }

  /** Opens the file, told first what already holds it. */
  private async open(): Promise<void> {
    const { compiled, item } = await this.load({ opening: true })
    const happened: Happening[] = []
    if (item.carrier) happened.push({ type: 'CARRIED' })
    if (item.disputed) happened.push({ type: 'DISPUTED' })
    if (item.promised) happened.push({ type: 'PROMISED' })
    if (item.held) happened.push({ type: 'HELD' })
    if (item.paid) happened.push({ type: 'PAID' })
    this.note('file-started', null)
    if (item.held) this.note('file-held', null, { reason: item.held })
    const { state, effects } = start(compiled, { happened })
    this.state = state
    this.standAt()
    if (item.held) this.trace.stand({ held: true })
    if (item.carrier) this.standAside(item.carrier)
    if (isAside(state)) this.note('step-carried', describe(state).node)
    this.tell(effects)
  }

  /** The compiled scenario, once per run. A file that the ledger has as paid is told so, whatever became of the signal. */
  private async load({ opening = false } = {}): Promise<LoadedFile> {
    while (this.loaded === null) {
      const { item, scenario } = this
      try {
        this.loaded = await this.host.loadFile({ item, scenario, ...(opening && { opening }) })
      } catch (error) {
        await this.waitForCure(error)
      }
    }
    return this.loaded
  }

  /** Without its scenario a file can do nothing but wait, visibly, until a person calls or an hour has passed. */
  private async waitForCure(error: unknown): Promise<void> {
    const reason = this.host.reasonOf(error)
    if (reason === undefined) throw error
    const { node, visit } = this.state ? describe(this.state) : { node: null, visit: 0 }
    this.park({ node: node ?? '', visit, reason })
    await this.writeDown()
    const known = this.happenings.length
    await this.host.rest(this.host.now() + patience, () => this.happenings.length > known)
    this.trace.stand({ status: 'running', parked: null })
  }

  private async takeSignals(): Promise<void> {
    while (this.hasSignals()) {
      const { compiled } = await this.load()
      const signal = this.happenings.shift()
      const answer = signal ? undefined : this.answers.shift()
      if (signal) this.takeHappening(signal, compiled)
      else if (answer) await this.takeAnswer(answer, compiled)
      else await this.takeMigration(this.migrations.shift()!)
    }
  }

  /** A file on another version than the one left, or that has heard of this publication or a later one, is not meant. */
  private async takeMigration(signal: MigrateSignal): Promise<void> {
    const { from, rank } = signal
    if (from !== this.scenario || (rank !== null && rank <= this.heard)) return
    this.heard = rank ?? this.heard
    await this.move(signal)
  }

  /**
   * Moves to another version, if the step under way is to. What was asked for is never asked twice: where the step goes on, its
   * answer is awaited under the new version; where it does not, the file leaves only once it is answered.
   */
  private async move(signal: Leaving): Promise<void> {
    const { to } = signal
    const { node, visit, paid } = describe(this.state!)
    const target = targetOf(signal, { node, paid })
    // A publication that says nothing of this step does not undo what a person has chosen for this file.
    if (target !== undefined || this.leaving === signal || this.leaving?.rank != null) this.leaving = null
    if (node === null) return
    if (target === undefined) return this.tellMove(signal, 'stayed')
    const { compiled } = await this.load()
    const loaded = await this.loadVersion(to)
    if (!loaded) return this.tellMove(signal, 'failed')
    const [state, done] = [this.state!, [...this.done]]
    const migration: Migration =
      target === null
        ? { type: 'unmapped' }
        : migrate({ from: compiled, to: loaded.compiled, state, moves: { [node]: target }, done })
    const goesOn = migration.type === 'moved' && migration.state.context.visit === visit
    if (this.isAwaiting() && !goesOn) {
      this.leaving = { ...signal, instead: { target, paid } }
      return this.tellMove(signal, 'waiting')
    }
    if (migration.type === 'moved') await this.moveTo(loaded, signal, migration)
    else this.getStuck({ node, visit, reason: 'unmapped' })
    this.tellMove(signal, migration.type === 'moved' ? 'moved' : 'parked')
  }

  /** Another version of the scenario, or undefined where there is none. */
  private async loadVersion(scenario: string): Promise<LoadedFile | undefined> {
    try {
      return await this.host.loadFile({ item: this.item, scenario })
    } catch (error) {
      if (this.host.reasonOf(error) === undefined) throw error
      return undefined
    }
  }

  private async moveTo(
    loaded: LoadedFile,
    { to }: MigrateSignal,
    { state, effects }: Extract<Migration, { type: 'moved' }>,
  ): Promise<void> {
    const before = this.state!
    const isWait = (version: LoadedFile, { node }: { node: string | null }) =>
      node !== null && metaOf(version.compiled, node)?.shape === 'wait'
    const keepsStart = isWait(this.loaded!, describe(before)) && isWait(loaded, describe(state))
    await this.writeDown()
    this.trace.follow(to)
    // Ranks count the publications of one scenario: another one's begin anew.
    if (this.loaded!.compiled.id !== loaded.compiled.id) this.heard = 0
    this.scenario = to
    this.loaded = loaded
    this.state = state
    this.note('file-moved', describe(state).node, { from: describe(before).node })
    if (state.context.visit !== before.context.visit || state.status !== before.status) {
      this.asked = null
      this.stuck = null
      this.standAt(keepsStart ? this.reached : this.nowIso())
    } else if (this.stuck) {
      this.stuck = null
      this.trace.stand({ status: 'running', parked: null })
    }
    this.tell(effects)
  }

  private tellMove({ event, rank }: MigrateSignal, result: MoveResult): void {
    if (rank !== null) this.trace.stand({ publication: { id: event, result } })
  }

  /** The desk or a person still owes the answer to the step under way. */
  private isAwaiting(): boolean {
    const { node, visit, phase } = describe(this.state!)
    const { asked } = this
    return phase === 'doing' && asked?.node === node && asked?.visit === visit && asked?.answer === 'awaited'
  }

  private takeHappening({ event, happening }: HappenSignal, compiled: CompiledScenario): void {
    this.trace.acknowledge(event)
    if (this.taken.has(event)) return
    this.taken.add(event)
    if (this.isAboutStuck(happening)) this.unstick(happening.type === 'SKIP', compiled)
    else this.feed(happening, compiled)
  }

  private async takeAnswer(answer: AnswerSignal, compiled: CompiledScenario): Promise<void> {
    const { node, visit, outcome, reason } = answer
    const here = describe(this.state!)
    if (here.phase !== 'doing' || here.node !== node || here.visit !== visit) return
    if (outcome === 'held') return this.takeBack(answer, compiled)
    this.trace.stand({ lastOutcome: outcome })
    if (outcome === 'failed') this.feed({ type: 'FAILED', node, visit, reason: reason ?? 'failed' }, compiled)
    else this.feed({ type: 'OUTCOME', node, visit, port: outcome }, compiled)
  }

  /**
   * A step that the desk gave back waits until the file is free. The file may not have heard of the hold yet, or have heard
   * of its end already and hear of no other: so the ledger is asked. Who carries the account is told: whoever writes down that
   * this file stands aside looks whether it still does.
   */
  private async takeBack({ node, visit, reason, carrier }: AnswerSignal, compiled: CompiledScenario): Promise<void> {
    const place = { node, visit }
    const flag = flagOf(reason)
    if (flag === 'carried' && !metaOf(compiled, node)?.contact) {
      // A kind that contacts without saying so would ask again for ever.
      return this.feed({ type: 'FAILED', ...place, reason: 'undeclared-contact' }, compiled)
    }
    if (flag === 'carried') {
      this.standAside(carrier ?? null)
      if (!this.state!.context.carried) this.feed({ type: 'CARRIED' }, compiled)
    } else if (!this.state!.context[flag]) {
      this.loaded = null
      if ((await this.load()).item[flag]) this.feed({ type: holding[flag] }, compiled)
    }
    this.asked = { ...place, round: this.asked?.round ?? 0, answer: 'again' }
    this.feed({ type: 'WITHHELD', ...place }, compiled)
    this.trace.stand({ status: 'running' })
  }

  private standAside(by: string | null): void {
    this.trace.stand({ carried: { at: this.nowIso(), by } })
  }

  /** It was its turn while a contact stood aside: what becomes of its date is asked next. */
  private takesOver(before: MachineState): void {
    if (describe(before).phase !== 'due') return
    const { until } = before.context
    const times = { now: this.host.now(), reached: Date.parse(this.reached), until: Date.parse(until ?? '') }
    this.tookOver = takeOver({ ...times, before: this.tookOver })
  }

  /** What the ledger says to a file that wakes. The last word on a payment is the ledger's, whatever became of the signal. */
  private learn({ compiled, item }: LoadedFile): void {
    if (item.paid) this.feed({ type: 'PAID' }, compiled)
    this.learnHold(item.held, compiled)
  }

  private wake({ compiled }: LoadedFile): void {
    const { node, visit, until } = describe(this.state!)
    if (until !== null && !this.stuck && Date.parse(until) <= this.host.now()) {
      this.feed({ type: 'WOKEN', node: node!, visit }, compiled)
    }
  }

  /** A hold of many files is told to none of them: each finds it when it wakes, and is told of its end. */
  private learnHold(reason: string | null, compiled: CompiledScenario): void {
    if (reason === null || this.state!.context.held) return
    this.note('file-held', describe(this.state!).node, { reason })
    this.feed({ type: 'HELD' }, compiled)
  }

  /** Whether the file has something to do now, read off its state; else it can only wait. */
  private hasWork(): boolean {
    const { phase, node, visit } = describe(this.state!)
    if (this.stuck || (phase !== 'dating' && phase !== 'asking' && phase !== 'doing')) return false
    const isAsked = phase === 'doing' && this.asked?.node === node && this.asked.visit === visit
    return !isAsked || this.asked?.answer === 'again'
  }

  private async carryOut({ compiled }: LoadedFile): Promise<void> {
    const work = pending(compiled, this.state!) as Work
    const trace = this.trace.take()
    const place = { node: work.node, visit: work.visit }
    const ask = { trace, place, now: this.nowIso() }
    try {
      switch (work.type) {
        case 'date': {
          const date = await this.host.resolveDate(this.dateAsk(work, ask, compiled))
          return this.feed({ type: 'DATED', ...place, ...date }, compiled)
        }
        case 'facts': {
          const facts = await this.host.readFacts(ask)
          return this.feed({ type: 'FACTS', ...place, facts }, compiled)
        }
        case 'act': {
          const { kind, settings } = work
          const round = this.asked?.answer === 'again' ? this.asked.round + 1 : 0
          const phase = describe(this.state!).paid ? 'thanks' : 'course'
          return this.takeDeed(await this.host.act({ ...ask, kind, settings, round, phase }), {
            place,
            round,
            compiled,
          })
        }
      }
    } catch (error) {
      const reason = this.host.reasonOf(error)
      if (reason === undefined) throw error
      this.trace.restore(trace)
      if (work.type === 'act') this.feed({ type: 'FAILED', ...place, reason }, compiled)
      else this.getStuck({ ...place, reason })
    }
  }

  private dateAsk(
    { node, moment, catchingUp, ...work }: Extract<Work, { type: 'date' }>,
    ask: Asked,
    compiled: CompiledScenario,
  ): DateAsk {
    const { tookOver } = this
    const isWait = metaOf(compiled, node)?.shape === 'wait'
    const reached = isWait ? this.reached : ask.now
    // A step that no wait led to is dated by when it was reached.
    const since = work.since ?? (!isWait && tookOver?.isCatchingUp ? this.reached : undefined)
    const turn = tookOver && { tookOver, previous: this.state!.context.until }
    return { ...ask, moment, catchingUp, since, reached, ...turn }
  }

  /** An act is left by a port at once, or its answer comes later, by a signal. */
  private takeDeed(
    answer: ActAnswer,
    { place, round, compiled }: { place: Place; round: number; compiled: CompiledScenario },
  ): void {
    if ('later' in answer) {
      this.asked = { ...place, round, answer: 'awaited' }
      return
    }
    this.trace.stand({ lastOutcome: answer.port })
    this.feed({ type: 'OUTCOME', ...place, port: answer.port }, compiled)
  }

  /** One step. A fault in it must not fail the workflow for ever: the file stays where it was, parked and visible. */
  private feed(event: MachineEvent, compiled: CompiledScenario): void {
    const before = this.state!
    try {
      const { state, effects } = step(compiled, before, event)
      if (event.type === 'OUTCOME') this.done.add(event.node)
      this.state = state
      if (state.context.held !== before.context.held) this.trace.stand({ held: state.context.held })
      if (before.context.carried && !state.context.carried) this.trace.stand({ carried: null })
      if (event.type === 'TAKES_OVER') this.takesOver(before)
      if (event.type === 'DATED' && this.tookOver && !state.context.catchingUp) {
        this.tookOver = { ...this.tookOver, isCatchingUp: false }
      }
      if (isAside(state) && !isAside(before)) this.note('step-carried', describe(state).node)
      if (state.context.visit !== before.context.visit || state.status !== before.status) {
        if (event.type === 'PAID' && state.status === 'active') this.note('thanks-begun', describe(state).node)
        this.asked = null
        this.stuck = null
        this.standAt()
      }
      this.tell(effects)
    } catch (error) {
      const { node, visit } = describe(before)
      this.getStuck({ node: node ?? '', visit, reason: String(error) })
    }
  }

  private standAt(reached = this.nowIso()): void {
    const { node, visit, until } = describe(this.state!)
    this.reached = reached
    this.trace.stand({ node, visit, since: reached, status: 'running', nextAt: until, parked: null })
  }

  /** What of a step belongs on the timeline; what it asks for is read off the state. */
  private tell(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'parked') this.park(effect)
      if (effect.type === 'skipped') this.note('step-skipped', effect.node)
      if (effect.type === 'ended') {
        this.note('course-ended', effect.node, { reason: effect.reason, closes: effect.closes })
        this.trace.stand({ node: effect.node, status: 'ended', nextAt: null })
      }
    }
  }

  private getStuck(stuck: Stuck): void {
    this.stuck = stuck
    this.park(stuck)
  }

  private park({ node, visit, reason }: Stuck): void {
    this.note('parked', node === '' ? null : node, { reason })
    this.trace.stand({ status: 'parked', nextAt: null, parked: { node, visit, reason } })
  }

  private isAboutStuck(happening: Happening): boolean {
    if (!this.stuck || (happening.type !== 'RETRY' && happening.type !== 'SKIP')) return false
    return happening.node === this.stuck.node && happening.visit === this.stuck.visit
  }

  /** Tries again what was under way, or passes over it: a wait is then over at once, an act is left as usual. */
  private unstick(skip: boolean, compiled: CompiledScenario): void {
    const { node, visit, phase } = describe(this.state!)
    this.stuck = null
    this.trace.stand({ status: 'running', parked: null })
    if (this.asked?.answer === 'awaited') this.asked = { ...this.asked, answer: 'again' }
    if (!skip || node === null) return
    const place = { node, visit }
    const over: Partial<Record<Phase, MachineEvent>> = {
      dating: { type: 'DATED', ...place, at: this.nowIso(), past: false },
      sleeping: { type: 'WOKEN', ...place },
      doing: { type: 'OUTCOME', ...place, port: metaOf(compiled, node)?.usual ?? '' },
    }
    const event = phase === null ? undefined : over[phase]
    if (!event) return
    this.note('step-skipped', node)
    this.feed(event, compiled)
  }

  private async close(end: string): Promise<null> {
    this.note('file-closed', null, { end })
    this.trace.stand({ status: 'ended', nextAt: null, parked: null })
    await this.writeDown()
    while (this.hasSignals()) {
      await this.takeSignals()
      await this.writeDown()
    }
    return null
  }

  private async writeDown(): Promise<void> {
    if (this.trace.isEmpty) return
    try {
      await this.host.recordTrace(this.trace.take())
    } catch (error) {
      // What cannot be written even after retries is no reason to stop a file.
      if (this.host.reasonOf(error) === undefined) throw error
    }
  }

  private note(kind: EventKind, node: string | null, values: Note['values'] = {}): void {
    this.trace.note(kind, { at: this.nowIso(), node, values })
  }

  private nowIso(): string {
    return new Date(this.host.now()).toISOString()
  }

  private carry(): InvoiceFileInput {
    const { item, scenario, asked, stuck, reached, leaving, heard, tookOver } = this
    const taken = [...this.taken].slice(-takenLimit)
    const { written } = this.trace
    const done = [...this.done]
    const carried = { state: this.state!, asked, taken, written, stuck, done, reached, leaving, heard, tookOver }
    return { item, scenario, carried }
  }
}

/** A contact of the file stands aside. */
function isAside(state: MachineState): boolean {
  return state.context.carried && describe(state).phase === 'due'
}

/** Where a move leads from a step: null to nowhere, undefined where it says nothing of it. */
function targetOf(
  { moves, instead }: Leaving,
  { node, paid }: { readonly node: string | null; readonly paid: boolean },
): string | null | undefined {
  if (node !== null && Object.hasOwn(moves, node)) return moves[node]
  return instead?.paid === paid ? instead.target : undefined
}
