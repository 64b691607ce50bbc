import type { z } from 'zod'
import type { invoicePageSchema, invoiceQuerySchema } from '../contract/invoices.ts'
import { Item, type ItemDocument } from '../models/item.ts'
import { type Filter, readPage } from '../models/read-page.ts'
import { todays } from './calendar-day.ts'
import { findDebtors } from './debtor-directory.ts'
import { invoiceView, stateFilter } from './invoice-view.ts'
import type { Operator } from './ports.ts'
import { sortField } from './sort-field.ts'

type InvoiceQuery = z.output<typeof invoiceQuerySchema>
type InvoicePage = z.output<typeof invoicePageSchema>

const sorts = {
  dueDate: 'dueDate',
  issueDate: 'issueDate',
  daysLate: '-dueDate',
  amount: 'amount',
  open: 'open',
  number: 'number',
  debtor: 'debtorName',
} as const

/** Items by state, segment, scenario, debtor and words, with the open sums of everything that matches, per currency. */
export async function listInvoices(query: InvoiceQuery, { ports }: Pick<Operator, 'ports'>): Promise<InvoicePage> {
  const sort = sortField(query.sort, { sorts, usual: 'dueDate' })
  const today = await todays(ports.now())
  const filter = await invoiceFilter(query, today(query.entity))
  const [items, sums] = await Promise.all([
    readPage<ItemDocument>(Item as never, {
      filter,
      sort,
      offset: query.offset,
      limit: query.limit,
      fields: { payments: 0 },
    }),
    Item.aggregate<{ _id: string; count: number; open: number }>([
      { $match: filter },
      { $group: { _id: '$currency', count: { $sum: 1 }, open: { $sum: '$open' } } },
    ]),
  ])
  return {
    items: items.map((item) => invoiceView(item, { today: today(item.entity) })),
    total: sums.reduce((total, sum) => total + sum.count, 0),
    open: Object.fromEntries(sums.map((sum) => [sum._id, sum.open])),
  }
}

async function invoiceFilter(query: InvoiceQuery, today: string): Promise<Filter> {
  return {
    ...(query.entity && { entity: query.entity }),
    ...(query.segment && { segment: query.segment }),
    ...(query.scenario && { 'course.scenario': query.scenario }),
    // A step is one on which files stand, not one where they ended.
    ...(query.step && { 'course.node': query.step, 'course.status': { $ne: 'ended' } }),
    ...(query.debtor && { debtor: query.debtor }),
    $and: [query.state ? stateFilter(query.state, today) : {}, query.search ? await searchFilter(query) : {}],
  }
}

/** More debtors than this say that the words were not meant as a name. */
const mostDebtors = 2_000

/** An invoice number by its beginning, or a debtor by words of its name, code or SIREN. */
async function searchFilter({ search = '', entity }: InvoiceQuery): Promise<Filter> {
  const text = search.trim()
  const debtors = await findDebtors({ search: text, entity })
  const byNumber = [...new Set([text, text.toUpperCase()])].map((start) => ({
    number: { $gte: start, $lt: `${start}\uffff` },
  }))
  return { $or: [...byNumber, { debtor: { $in: debtors.slice(0, mostDebtors).map(({ id }) => id) } }] }
}
