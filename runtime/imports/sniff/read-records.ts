import { createReadStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import iconv from 'iconv-lite'
import type { importSeparators } from '../../contract/imports.ts'
import { ImportError } from '../import-error.ts'
import type { ImportLimits } from '../import-limits.ts'
import { decoderOf, type Encoding } from './choose-encoding.ts'

export type Separator = (typeof importSeparators)[number]

/** One record of a CSV file; `line` is where it begins, counted from 1. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * The records of a file, streamed. Blank lines and Excel's `sep=` line are passed over; a stray quote inside a cell is a
 * character like another. Throws `malformed-csv`, `too-many-columns`.
 */
export async function* readRecords(
  path: string,
  form: { encoding: Encoding; separator: Separator; limits: ImportLimits },
): AsyncGenerator<CsvRecord> {
  const { limits } = form
  const parser = parse({
    delimiter: form.separator,
    record_delimiter: '\n',
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: limits.lineBytes * 4,
  })
  const flow = pipeline(createReadStream(path), iconv.decodeStream(decoderOf(form.encoding)), plainLineEnds(), parser)
  flow.catch(() => undefined)
  let lastLine = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = info.lines - breaksIn(record)
      lastLine = info.lines
      if (record.length > limits.columns) {
        throw new ImportError('too-many-columns', { values: { line, limit: limits.columns }, line })
      }
      if (!(line === 1 && /^sep=.?$/i.test(record.join('')))) yield { line, cells: record }
    }
    await flow
  } catch (error) {
    if (error instanceof CsvError)
      throw new ImportError('malformed-csv', { values: { line: lastLine + 1 }, line: lastLine + 1 })
    throw error
  }
}

/** CR LF, CR CR LF and a lone CR become LF, also across chunks. */
function plainLineEnds(): Transform {
  let held = ''
  return new Transform({
    decodeStrings: false,
    encoding: 'utf8',
    transform(chunk: string, _encoding, done) {
      const text = held + chunk
      const end = /\r+$/.exec(text)
      held = end ? end[0] : ''
      done(null, text.slice(0, text.length - held.length).replace(/\r+\n?/g, '\n'))
    },
    flush(done) {
      done(null, held === '' ? '' : '\n')
    },
  })
}

function breaksIn(record: readonly string[]): number {
  return record.reduce((total, cell) => total + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)
}
