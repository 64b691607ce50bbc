import type { Locale } from '@relance/sdk/words'
import { importSeparators } from '../../contract/imports.ts'
import { type DecimalSign, decimalSignOf } from '../../domain/money/read-amount.ts'
import { ImportError } from '../import-error.ts'
import type { ImportLimits } from '../import-limits.ts'
import { type Recognition, recogniseSubject, type SubjectName } from '../subjects/recognise-subject.ts'
import { chooseEncoding, type Encoding } from './choose-encoding.ts'
import type { Source } from './open-source.ts'
import { type DateOrder, dateOrderOf } from './read-date.ts'
import { type CsvRecord, readRecords, type Separator } from './read-records.ts'

/** What a person may decide instead of the detection. */
export interface LayoutWishes {
  readonly subject?: SubjectName
  readonly encoding?: Encoding
  readonly separator?: Separator
  readonly dates?: DateOrder
  readonly decimal?: DecimalSign
}

/** How a file is read, wholly decided before its first row is. */
export interface Layout extends Recognition {
  readonly encoding: Encoding
  readonly separator: Separator
  readonly order: DateOrder
  /** Null: no amount proves it, and one that could be read in two ways is rejected. */
  readonly decimal: DecimalSign | null
  /** What the sample leaves open: the reading is a habit, not a proof. */
  readonly doubts: readonly ('dates' | 'decimals')[]
  readonly headers: readonly string[]
  /** First rows, for the preview. */
  readonly sample: readonly CsvRecord[]
}

const sampleSize = 1_000

/** Decides how a scanned file is read. Throws `headers-not-recognised`, `unknown-encoding`, `malformed-csv`. */
export async function sniffLayout(
  source: Source,
  options: { fileName: string; wishes?: LayoutWishes; limits: ImportLimits },
): Promise<Layout> {
  const { wishes = {}, limits, fileName } = options
  const encoding = chooseEncoding(source.scan, { wanted: wishes.encoding })
  const heads = []
  for (const separator of wishes.separator ? [wishes.separator] : importSeparators) {
    const form = { encoding, separator, limits }
    const [header] = await firstRecords(source.path, { ...form, count: 1 })
    if (header)
      heads.push({
        form,
        headers: header.cells,
        ...recogniseSubject(header.cells, { fileName, wanted: wishes.subject }),
      })
  }
  const best = heads.sort((a, b) => fit(b) - fit(a))[0]
  if (best === undefined) throw new ImportError('empty-file')
  refuseUnknown(best)
  const [, ...sample] = await firstRecords(source.path, { ...best.form, count: sampleSize + 1 })
  return { ...best, encoding, separator: best.form.separator, ...habits({ sample, recognition: best, wishes }), sample }
}

function fit({ fields, missing, headers }: Recognition & { headers: readonly string[] }): number {
  const known = fields.filter((field) => field !== null).length
  return (missing.length === 0 ? 1_000_000 : 0) + known * 1_000 + Math.min(headers.length, 999)
}

function refuseUnknown({ missing, subject, headers }: Recognition & { headers: readonly string[] }): void {
  if (missing.length === 0) return
  const needed = (locale: Locale) => {
    const words = (field: string) => subject.columns.find((column) => column.field === field)!.words[locale]
    return subject.needs.map((choice) => choice.map(words).join(' / ')).join(', ')
  }
  throw new ImportError('headers-not-recognised', {
    values: { found: headers.join(' | ').slice(0, 300), neededFr: needed('fr'), neededEn: needed('en') },
    line: 1,
  })
}

/** The first `count` records; a fault further on is left to the reading of the whole. */
async function firstRecords(
  path: string,
  form: Parameters<typeof readRecords>[1] & { count: number },
): Promise<CsvRecord[]> {
  const records: CsvRecord[] = []
  try {
    for await (const record of readRecords(path, form)) {
      records.push(record)
      if (records.length === form.count) break
    }
  } catch (error) {
    if (records.length === 0) throw error
  }
  return records
}

function habits(given: {
  sample: readonly CsvRecord[]
  recognition: Recognition
  wishes: LayoutWishes
}): Pick<Layout, 'order' | 'decimal' | 'doubts'> {
  const { wishes } = given
  const dates = count(valuesOf('date', given).map(dateOrderOf))
  const signs = count(valuesOf('amount', given).map(decimalSignOf))
  const order = dates['month-first'] > dates['day-first'] ? 'month-first' : 'day-first'
  const mixed = signs[','] > 0 && signs['.'] > 0
  const decimal = mixed ? null : signs[','] > 0 ? ',' : signs['.'] > 0 ? '.' : null
  const doubts: Layout['doubts'][number][] = []
  if (!wishes.dates && dates.either > 0 && dates['day-first'] + dates['month-first'] === 0) doubts.push('dates')
  if (!wishes.decimal && signs.either > 0 && decimal === null) doubts.push('decimals')
  return { order: wishes.dates ?? order, decimal: wishes.decimal ?? decimal, doubts }
}

function valuesOf(
  holds: 'date' | 'amount',
  given: { sample: readonly CsvRecord[]; recognition: Recognition },
): string[] {
  const { subject, fields } = given.recognition
  const wanted = fields.flatMap((field, index) =>
    subject.columns.some((column) => column.field === field && column.holds === holds) ? [index] : [],
  )
  return given.sample.flatMap(({ cells }) => wanted.map((index) => cells[index] ?? ''))
}

function count(signs: readonly (string | null)[]) {
  const totals = { ',': 0, '.': 0, 'day-first': 0, 'month-first': 0, either: 0 }
  for (const sign of signs) if (sign !== null) totals[sign as keyof typeof totals] += 1
  return totals
}
