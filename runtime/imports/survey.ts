import { ImportError } from './import-error.ts'
import type { ImportLimits } from './import-limits.ts'
import type { ReadRow } from './rows/read-row.ts'
import type { Reject } from './rows/reject.ts'
import type { CsvRecord } from './sniff/read-records.ts'

/** What a first reading of the whole file yields; no row is kept. */
export interface Survey {
  readonly read: number
  readonly rejects: readonly Reject[]
  /** Lines by number, for those that are rejected. */
  readonly rejectedLines: ReadonlySet<number>
}

interface Kind<T> {
  readonly key: (row: T) => string
  readonly name: (row: T) => string
}

/** Reads every line once, before anything is written: rejects, and both lines of what stands twice. Throws `no-rows`, `too-many-rows`. */
export async function surveyRows<T>(
  records: AsyncIterable<CsvRecord>,
  options: {
    read: (record: CsvRecord) => ReadRow<T> | Reject
    kind: Kind<T>
    limits: ImportLimits
    see: (record: CsvRecord) => void
    progress: (read: number) => void
  },
): Promise<Survey> {
  const rejects: Reject[] = []
  const firstLines = new Map<string, number>()
  const repeated = new Map<string, { name: string; lines: number[] }>()
  let read = 0
  for await (const record of records) {
    read += 1
    if (read > options.limits.rows) throw new ImportError('too-many-rows', { values: { limit: options.limits.rows } })
    if (read % 1_000 === 0) options.progress(read)
    options.see(record)
    const result = options.read(record)
    if (!('row' in result)) {
      rejects.push(result)
      continue
    }
    const key = options.kind.key(result.row)
    const first = firstLines.get(key)
    if (first === undefined) firstLines.set(key, result.line)
    else {
      const entry = repeated.get(key) ?? { name: options.kind.name(result.row), lines: [first] }
      entry.lines.push(result.line)
      repeated.set(key, entry)
    }
  }
  if (read === 0) throw new ImportError('no-rows')
  const all = [...rejects, ...[...repeated.values()].flatMap(duplicates)]
  return { read, rejects: all, rejectedLines: new Set(all.map(({ line }) => line)) }
}

function duplicates({ name, lines }: { name: string; lines: readonly number[] }): Reject[] {
  const values = { what: name, lines: lines.slice(0, 10).join(', ') }
  return lines.map((line) => ({ line, faults: [{ code: 'duplicate' as const, values }] }))
}
