import type { Locale } from '@relance/sdk/words'
import type { Detection, ImportReport } from '../contract/imports.ts'
import { sumByCurrency } from '../domain/money/sum-by-currency.ts'
import type { Outcome } from './plan/outcome.ts'
import { type Reject, reasonOf } from './rows/reject.ts'
import type { SubjectName } from './subjects/recognise-subject.ts'
import type { Survey } from './survey.ts'

interface Heading {
  readonly id: string
  readonly mode: ImportReport['mode']
  readonly dryRun: boolean
  readonly file: string
  readonly at: Date
  readonly detection: Detection
  readonly subject: SubjectName
  readonly locale: Locale
  readonly mostRejects: number
}

/** Counts an import as it goes and writes its report at any moment. */
export class Tally {
  readonly #heading: Heading
  readonly #rejects: Reject[] = []
  readonly #open = new Map<string, { amount: number; currency: string }>()
  readonly #enrol = new Set<string>()
  #read = 0
  #taken = 0
  #handled = 0
  #created = 0
  #changed = 0
  #unchanged = 0
  #newDebtors = 0
  #settled = 0

  constructor(heading: Heading) {
    this.#heading = heading
  }

  surveyed({ read, rejects }: Survey): void {
    this.#read = read
    this.#handled = rejects.length
    this.#rejects.push(...rejects)
  }

  planned(outcome: Outcome, lines: number): void {
    this.#handled += lines
    this.#taken += lines - outcome.rejects.length
    this.#rejects.push(...outcome.rejects)
    this.#created += outcome.created
    this.#changed += outcome.changed
    this.#unchanged += outcome.unchanged
    this.#newDebtors += outcome.changes.newDebtors.length
    for (const { id, amount, currency } of outcome.open) this.#open.set(id, { amount, currency })
    for (const id of outcome.enrol) this.#enrol.add(id)
  }

  settled(count: number): void {
    this.#settled = count
  }

  toEnrol(): readonly string[] {
    return [...this.#enrol]
  }

  report(status: ImportReport['status']): ImportReport {
    const { id, mode, dryRun, file, at, detection, subject, locale, mostRejects } = this.#heading
    const rejects = [...this.#rejects].sort((a, b) => a.line - b.line).slice(0, mostRejects)
    const count = (name: SubjectName) => (subject === name ? this.#taken : 0)
    return {
      id,
      format: 'csv',
      mode,
      dryRun,
      file,
      at: at.toISOString(),
      detection,
      read: this.#read,
      accepted: this.#taken,
      rejected: rejects.map((reject) => ({
        line: reject.line,
        reason: reasonOf(reject, locale),
        code: reject.faults[0]!.code,
      })),
      created: this.#created,
      changed: this.#changed,
      unchanged: this.#unchanged,
      debtors: subject === 'debtors' ? this.#taken : this.#newDebtors,
      contacts: count('contacts'),
      items: count('items'),
      payments: count('payments'),
      settled: this.#settled,
      open: this.#openSums(),
      status,
      progress: { done: this.#handled, total: this.#read },
    }
  }

  #openSums(): Record<string, number> {
    return sumByCurrency(this.#open.values()) as Record<string, number>
  }
}
