import { ImportError } from './import-error.ts'
import type { BalanceChange, KnownItem, LedgerReader } from './ledger.ts'
import type { RowEntity } from './rows/row-context.ts'
import type { CsvRecord } from './sniff/read-records.ts'
import type { Layout } from './sniff/sniff-layout.ts'

/** A book this small may close at once: half of it says nothing about a file cut short. */
const smallBook = 10

/** Watches a stock go by: which items it names, also on lines that are rejected, and which lines name none. */
export class StockWatch {
  readonly #number: number
  readonly #entity: number
  readonly #named = new Set<string>()
  readonly #entities = new Set<string>()
  readonly #nameless: number[] = []
  readonly #usual: string

  constructor(layout: Layout, entity: RowEntity | null) {
    this.#number = layout.fields.indexOf('number')
    this.#entity = layout.fields.indexOf('entity')
    this.#usual = entity?.code ?? ''
  }

  see({ line, cells }: CsvRecord): void {
    const number = (cells[this.#number] ?? '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .normalize('NFC')
    const entity = (cells[this.#entity] ?? '').trim() || this.#usual
    if (number === '' || entity === '' || number.length > 64) this.#nameless.push(line)
    this.#named.add(`${entity.toLowerCase()}:${number}`)
    this.#entities.add(entity.toLowerCase())
  }

  /**
   * The open items of the file's entities that it does not name. Throws `stock-has-unreadable-lines`, and unless `force`
   * `stock-would-settle-too-much` when they are more than half of the book.
   */
  async absent(options: {
    entities: readonly RowEntity[]
    reader: LedgerReader
    force: boolean
  }): Promise<readonly KnownItem[]> {
    if (this.#nameless.length > 0) {
      const lines = this.#nameless.slice(0, 10).join(', ')
      throw new ImportError('stock-has-unreadable-lines', { values: { lines }, line: this.#nameless[0] })
    }
    const absent: KnownItem[] = []
    for (const { code } of options.entities.filter((entity) => this.#entities.has(entity.code.toLowerCase()))) {
      const open = await options.reader.openItems(code)
      const gone = open.filter(({ number }) => !this.#named.has(`${code.toLowerCase()}:${number}`))
      if (!options.force && gone.length > smallBook && gone.length > open.length / 2) {
        throw new ImportError('stock-would-settle-too-much', {
          values: { settled: gone.length, open: open.length, entity: code },
        })
      }
      absent.push(...gone)
    }
    return absent
  }
}

/** The change that settles an item absent from a stock. */
export function settled(item: KnownItem, date: string): BalanceChange {
  return { item: item._id, from: item.open, to: 0, date, currency: item.currency, cause: 'stock' }
}
