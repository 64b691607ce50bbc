import { writeEntity } from '../activities/testing/company.ts'
import { Debtor } from '../models/debtor.ts'
import { Item } from '../models/item.ts'

/** As many customers with one overdue invoice each; returns the invoices' ids. */
export async function writePortfolio(count: number, { prefix = 'B' }: { prefix?: string } = {}): Promise<string[]> {
  if (prefix === 'B') await writeEntity()
  const numbers = Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(6, '0')}`)
  for (let at = 0; at < count; at += 1_000) {
    const batch = numbers.slice(at, at + 1_000)
    await Debtor.insertMany(batch.map(debtorOf))
    await Item.insertMany(batch.map(itemOf))
  }
  return numbers.map((number) => `CORV:${number}:2026`)
}

const debtorOf = (code: string) => ({
  _id: `CORV:${code}`,
  entity: 'CORV',
  code,
  name: `Menuiserie ${code}`,
  segment: 'pme',
  contacts: [
    { role: 'accounts-payable', name: 'Hélène Brossard', email: `${code.toLowerCase()}@talbot.example`, phone: '' },
  ],
})

const itemOf = (number: string) => ({
  _id: `CORV:${number}:2026`,
  entity: 'CORV',
  number,
  type: 'invoice',
  debtor: `CORV:${number}`,
  debtorCode: number,
  debtorName: `Menuiserie ${number}`,
  segment: 'pme',
  issueDate: day(-42),
  dueDate: day(-12),
  amount: 120_000,
  open: 120_000,
  currency: 'EUR',
})

function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
}
