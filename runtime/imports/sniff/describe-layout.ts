import type { Detection } from '../../contract/imports.ts'
import { dateFormOf } from './read-date.ts'
import type { Layout } from './sniff-layout.ts'

const shownRows = 10
const shownLetters = 120

/** What was recognised in a file, as it is shown before anything is written. */
export function describeLayout(layout: Layout): Detection {
  return {
    format: 'csv',
    subject: layout.subject.name,
    encoding: layout.encoding,
    separator: layout.separator,
    dates: dateForm(layout),
    decimals: layout.decimal ?? '',
    doubts: [...layout.doubts],
    columns: layout.headers.map((header, index) => ({
      header: cut(header),
      field: layout.fields[index] ?? null,
      sample: cut(valuesAt(layout, index).find((value) => value.trim() !== '') ?? ''),
    })),
    preview: layout.sample
      .slice(0, shownRows)
      .map(({ cells }) =>
        Object.fromEntries(layout.headers.map((header, index) => [cut(header), cut(cells[index] ?? '')])),
      ),
  }
}

function dateForm(layout: Layout): string {
  const dated = layout.fields.flatMap((field, index) =>
    layout.subject.columns.some((column) => column.field === field && column.holds === 'date') ? [index] : [],
  )
  for (const index of dated) {
    for (const value of valuesAt(layout, index)) {
      const form = dateFormOf(value, layout)
      if (form) return form
    }
  }
  return ''
}

function valuesAt(layout: Layout, index: number): string[] {
  return layout.sample.map(({ cells }) => cells[index] ?? '')
}

function cut(text: string): string {
  return text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text
}
