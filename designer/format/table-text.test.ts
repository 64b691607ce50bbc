import { expect, test } from 'vitest'
import { tableText } from './table-text.ts'

test('a downloaded table opens in a spreadsheet, with its separators kept inside their cells', () => {
  expect(
    tableText([
      ['Ligne', 'Motif'],
      ['12', 'Montant « 1;2 » illisible'],
    ]),
  ).toBe('\uFEFFLigne;Motif\r\n12;"Montant « 1;2 » illisible"\r\n')
})

test('a cell that looks like a formula is never run', () => {
  expect(tableText([['=HYPERLINK("x")']])).toBe('\uFEFF"\'=HYPERLINK(""x"")"\r\n')
})
