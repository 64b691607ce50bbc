import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { ImportLimits } from './import-limits.ts'
import type { ImportRequest, ImportResult } from './import-request.ts'
import { noChanges, type WriteContext } from './ledger.ts'
import { type PlanState, planners } from './plan/plan-batch.ts'
import { type ReadRow, rowReader } from './rows/read-row.ts'
import type { RowContext, RowEntity } from './rows/row-context.ts'
import { rowKinds } from './rows/row-schemas.ts'
import { describeLayout } from './sniff/describe-layout.ts'
import type { Source } from './sniff/open-source.ts'
import { readRecords } from './sniff/read-records.ts'
import type { Layout } from './sniff/sniff-layout.ts'
import { StockWatch, settled } from './stock.ts'
import { type Survey, surveyRows } from './survey.ts'
import { Tally } from './tally.ts'

const batchSize = 1_000
/** A page that follows an import is told this often (ms). */
const reportEvery = 1_000

/** A file with all that is known of it before its lines are judged. */
interface Reading {
  readonly source: Source
  readonly layout: Layout
  readonly limits: ImportLimits
  readonly entities: readonly RowEntity[]
  readonly entity: RowEntity | null
}

/** One import under way: survey, then plan and write batch by batch, then the report. */
export class ImportRun {
  readonly #request: ImportRequest
  readonly #reading: Reading
  readonly #context: WriteContext
  readonly #tally: Tally
  readonly #read: ReturnType<typeof rowReader>
  /** Customers whose payments the file brought. */
  readonly #payers = new Set<string>()
  /** Entities whose ledger the file states. */
  readonly #stated = new Set<string>()
  #nextReport = 0

  constructor(request: ImportRequest, reading: Reading) {
    const { options, author, ports } = request
    const { layout, entities, entity, source } = reading
    const rowContext: RowContext = { ...layout, columns: layout.subject.columns, entities, entity }
    const { mode = 'delta', force = false, subject, encoding, separator, dates, decimal } = options
    const key = [source.hash, mode, entity?.code, force, subject, encoding, separator, dates, decimal].join('/')
    const run = createHash('sha256').update(key).digest('hex').slice(0, 24)
    this.#request = request
    this.#reading = reading
    this.#context = { author, at: ports.now(), run }
    this.#read = rowReader(layout, rowKinds[layout.subject.name].schema(rowContext) as never)
    this.#tally = new Tally({
      id: run,
      mode: options.mode ?? 'delta',
      dryRun: options.dryRun ?? false,
      file: request.fileName,
      at: this.#context.at,
      detection: describeLayout(layout),
      subject: layout.subject.name,
      locale: options.locale ?? 'fr',
      mostRejects: reading.limits.rejects,
    })
  }

  async carryOut(): Promise<ImportResult> {
    const { ports, options, author } = this.#request
    const watch = options.mode === 'stock' ? new StockWatch(this.#reading.layout, this.#reading.entity) : null
    const survey = await this.#survey(watch)
    const absent =
      (await watch?.absent({ ...this.#reading, reader: ports.reader, force: options.force ?? false })) ?? []
    this.#tally.surveyed(survey)
    if (!options.dryRun) await ports.saveReport(this.#tally.report('writing'), author)
    try {
      await this.#planAndWrite(survey)
      const changes = absent.map((item) => settled(item, this.#today(item.entity)))
      for (let at = 0; at < changes.length && !options.dryRun; at += batchSize) {
        await ports.writer.write({ ...noChanges, balances: changes.slice(at, at + batchSize) }, this.#context)
      }
      this.#tally.settled(absent.length)
      if (!options.dryRun) await this.#refreshDelays()
    } catch (error) {
      if (!options.dryRun) await ports.saveReport(this.#tally.report('failed'), author).catch(() => undefined)
      throw error
    }
    return this.#finish()
  }

  #survey(watch: StockWatch | null): Promise<Survey> {
    return surveyRows(this.#records(), {
      read: this.#read,
      kind: rowKinds[this.#reading.layout.subject.name] as never,
      limits: this.#reading.limits,
      see: (record) => watch?.see(record),
      progress: (done) => this.#request.progress?.({ phase: 'check', done, total: 0 }),
    })
  }

  async #planAndWrite({ rejectedLines, read }: Survey): Promise<void> {
    const state = this.#planState()
    let batch: ReadRow<never>[] = []
    let done = 0
    const flush = async () => {
      if (batch.length > 0) await this.#planBatch(batch, state)
      batch = []
      this.#request.progress?.({ phase: 'write', done, total: read })
    }
    for await (const record of this.#records()) {
      done += 1
      if (rejectedLines.has(record.line)) continue
      const result = this.#read(record)
      if ('row' in result) batch.push(result as ReadRow<never>)
      if (batch.length === batchSize) await flush()
    }
    await flush()
  }

  async #planBatch(batch: readonly ReadRow<never>[], state: PlanState): Promise<void> {
    const { ports, options, author } = this.#request
    const outcome = await planners[this.#reading.layout.subject.name](batch, state)
    if (!options.dryRun) await ports.writer.write(outcome.changes, this.#context)
    for (const { row } of batch as readonly ReadRow<{ entity: string }>[]) this.#stated.add(row.entity)
    for (const { payment } of outcome.changes.payments) this.#payers.add(payment.debtor)
    for (const { debtor, paidDate } of outcome.changes.newItems) if (paidDate) this.#payers.add(debtor)
    this.#tally.planned(outcome, batch.length)
    if (options.dryRun || Date.now() < this.#nextReport) return
    this.#nextReport = Date.now() + reportEvery
    await ports.saveReport(this.#tally.report('writing'), author)
  }

  async #refreshDelays(): Promise<void> {
    const { writer } = this.#request.ports
    const today = this.#today(this.#reading.entity?.code ?? '')
    if (this.#payers.size > 0) await writer.refreshDelays([...this.#payers], today)
  }

  #planState(): PlanState {
    return {
      reader: this.#request.ports.reader,
      today: (entity) => this.#today(entity),
      now: this.#context.at,
      mentioned: new Set(),
      planned: this.#request.options.dryRun ? { debtors: new Map(), spent: new Map() } : null,
    }
  }

  async #finish(): Promise<ImportResult> {
    const { ports, options, author, progress } = this.#request
    const items = this.#tally.toEnrol()
    if (options.dryRun || items.length === 0) {
      const report = this.#tally.report('done')
      if (!options.dryRun) await ports.saveReport(report, author)
      return { report, stated: this.#statedEntities(), enrolled: Promise.resolve(report) }
    }
    const report = this.#tally.report('enrolling')
    await ports.saveReport(report, author)
    const enrolment = ports.enrol(items, (done) => progress?.({ phase: 'enrol', done, total: items.length }))
    // Should it stop, the ledger is written all the same, and whoever enrols makes up for it.
    const ended = this.#tally.report('done')
    const enrolled = enrolment.finally(() => ports.saveReport(ended, author)).then(() => ended)
    enrolled.catch(() => undefined)
    return { report, stated: this.#statedEntities(), enrolled }
  }

  /** Customers and contacts say nothing of what is owed. */
  #statedEntities(): string[] {
    const { name } = this.#reading.layout.subject
    const isDry = this.#request.options.dryRun ?? false
    return !isDry && (name === 'items' || name === 'payments') ? [...this.#stated] : []
  }

  async *#records() {
    const { source, layout, limits } = this.#reading
    let header = true
    for await (const record of readRecords(source.path, { ...layout, limits })) {
      if (!header) yield record
      header = false
    }
  }

  /** Today in the zone of an entity. */
  #today(code: string): string {
    const zone = this.#reading.entities.find((entity) => entity.code === code)?.zone ?? 'Europe/Paris'
    return Temporal.Instant.fromEpochMilliseconds(this.#context.at.getTime())
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .toString()
  }
}
