import { expect, test } from 'vitest'
import { writeCsv } from './write-csv.ts'

test('a customer named like a formula reaches the spreadsheet as text, and amounts stay numbers', () => {
  const rows = [
    ['=HYPERLINK("http://x.test")', '+33 1', '@SUM(A1)', '-cmd|x', '\t=1'],
    ['-1234,50', '+12', -5, 'Rivière; Fils', 'dit "le Grand"'],
  ]
  expect(writeCsv(rows)).toBe(
    '\ufeff"\'=HYPERLINK(""http://x.test"")";+33 1;\'@SUM(A1);\'-cmd|x;\'\t=1\r\n-1234,50;+12;-5;"Rivière; Fils";"dit ""le Grand"""\r\n',
  )
})
