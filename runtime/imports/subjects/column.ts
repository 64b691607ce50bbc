import type { Words } from '@relance/sdk/words'

/** A field that a file may bring. `headers` are normalised spellings in French and English, the surest first. */
export interface Column<F extends string = string> {
  readonly field: F
  readonly words: Words
  readonly headers: readonly string[]
  readonly holds?: 'amount' | 'date'
}

/** What a kind of file holds and what it cannot do without: each entry of `needs` lists fields of which one suffices. */
export interface Subject<F extends string = string> {
  readonly name: 'debtors' | 'contacts' | 'items' | 'payments'
  readonly columns: readonly Column<F>[]
  readonly needs: readonly (readonly F[])[]
}

/** One line of a file by field; what has no column is ''. */
export type Cells<F extends string = string> = Readonly<Record<F, string>>

const list = (text: string) => text.split(',').map((header) => header.trim())

/** Declares a column; `headers` as a comma-separated list. */
export function column<F extends string>(
  field: F,
  words: Words,
  headers: string,
  options: { holds?: 'amount' | 'date' } = {},
): Column<F> {
  return { field, words, headers: list(headers), ...options }
}

/** A header as it is compared: camel case split, lower case, without accents or punctuation. */
export function normaliseHeader(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
