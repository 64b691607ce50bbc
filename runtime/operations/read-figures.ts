import type { z } from 'zod'
import type { figuresSchema } from '../contract/portfolio.ts'
import { agedBalance, usualEdges } from '../domain/ageing/aged-balance.ts'
import { addDays } from '../domain/ageing/days-between.ts'
import { countBackDso } from '../domain/figures/days-sales-outstanding.ts'
import { sixMonthsBefore } from '../domain/figures/payer-profile.ts'
import { meanPaymentDelay } from '../domain/figures/payment-delay.ts'
import { Entity } from '../models/entity.ts'
import { Item } from '../models/item.ts'
import { Message } from '../models/message.ts'
import { Task } from '../models/task.ts'
import { todays } from './calendar-day.ts'
import { monthlySales } from './monthly-sales.ts'
import type { Operator } from './ports.ts'

type Figures = z.output<typeof figuresSchema>
type Key = Figures['aged'][number]['key']

interface Scope {
  readonly at: string
  readonly currency: string
  readonly filter: Readonly<Record<string, unknown>>
}

/**
 * The key figures of one entity, or of all, in its currency. Before today, an item paid since counts with its full amount:
 * part payments are not told apart by date.
 */
export async function readFigures(
  { at: asked, entity }: { at?: string; entity?: string },
  { ports }: Pick<Operator, 'ports'>,
): Promise<Figures> {
  const at = asked ?? (await todays(ports.now()))(entity)
  const currency = (await Entity.findOne(entity ? { _id: entity } : {}, { currency: 1 }).lean())?.currency ?? 'EUR'
  const filter = { currency, ...(entity && { entity }) }
  const scope = { at, currency, filter }
  const [balance, sales, meanDelay, work] = await Promise.all([
    readBalance(scope),
    monthlySales(scope),
    readMeanDelay(scope),
    countWork({ at, entity }),
  ])
  const dso = countBackDso(balance.outstanding, sales)
  return { at, entity: entity ?? null, currency, ...balance, dso, meanDelay, ...work }
}

interface Due {
  readonly _id: { readonly due: string; readonly disputed: boolean; readonly promised: boolean }
  readonly open: number
  readonly count: number
}

/** One pass over what was open at the date: age, disputes and promises together. */
async function readBalance({ at, filter }: Scope) {
  const dues = await Item.aggregate<Due>([
    { $match: { ...filter, issueDate: { $lte: at }, $or: [{ open: { $ne: 0 } }, { paidDate: { $gt: at } }] } },
    {
      $group: {
        _id: {
          due: ageClass(at),
          disputed: { $gt: ['$dispute.id', null] },
          promised: { $gt: ['$promise.date', null] },
        },
        open: { $sum: { $cond: [{ $eq: ['$open', 0] }, '$amount', '$open'] } },
        count: { $sum: 1 },
      },
    },
  ])
  const aged = ageOf(dues, at)
  const outstanding = sum(aged.map(({ amount }) => amount))
  const overdue = outstanding - aged[0]!.amount
  const only = (flag: 'disputed' | 'promised') => dues.filter(({ _id }) => _id[flag])
  return {
    aged,
    outstanding,
    overdue,
    overdueRate: outstanding > 0 ? Math.min(1, Math.max(0, overdue / outstanding)) : 0,
    disputes: counted(only('disputed')),
    promises: counted(only('promised')),
  }
}

/** As an expression: the oldest due date of the same age, which stands for all of them, so that a handful of groups is summed. */
function ageClass(at: string): unknown {
  const youngest = [0, ...usualEdges].map((edge) => addDays(at, -edge))
  const older: unknown = addDays(youngest.at(-1)!, -1)
  return youngest.reduceRight((rest, day) => ({ $cond: [{ $gte: ['$dueDate', day] }, day, rest] }), older)
}

/** The aged balance of groups that share a due date: amounts by the domain's rule, and by the same rule their counts. */
function ageOf(dues: readonly Due[], at: string): Figures['aged'] {
  const by = (field: 'open' | 'count') =>
    agedBalance(
      dues.map((due) => ({ dueDate: due._id.due, open: due[field] })),
      { at },
    )
  const counts = by('count')
  return by('open').map(({ key, amount }, index) => ({ key: key as Key, amount, count: counts[index]!.amount }))
}

function counted(dues: readonly Due[]) {
  return { count: sum(dues.map(({ count }) => count)), amount: sum(dues.map(({ open }) => open)) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/**
 * Mean delay in days, weighted by amount, of the invoices paid in the six months before the date: how old their due dates
 * are, less how old their payments are, so that days are grouped apart and not in pairs.
 */
async function readMeanDelay({ at, filter }: Scope): Promise<number> {
  const age = async (field: 'dueDate' | 'paidDate') => {
    const days = await Item.aggregate<{ _id: string; amount: number }>([
      { $match: { ...filter, type: 'invoice', paidDate: { $gt: sixMonthsBefore(at), $lte: at } } },
      { $group: { _id: `$${field}`, amount: { $sum: '$amount' } } },
    ])
    const dated = days.map(({ _id, amount }) => ({ amount, dueDate: _id, paidDate: null }))
    return meanPaymentDelay(dated, { at })
  }
  const [dues, payments] = await Promise.all([age('dueDate'), age('paidDate')])
  return dues - payments
}

async function countWork({ at, entity }: { at: string; entity?: string }) {
  const scope = entity ? { entity } : {}
  const since = new Date(`${addDays(at, -30)}T00:00:00Z`)
  const until = new Date(`${addDays(at, 1)}T00:00:00Z`)
  const [sentLast30Days, toConfirm, openTasks] = await Promise.all([
    Message.countDocuments({ ...scope, sentAt: { $gte: since, $lt: until } }),
    Message.countDocuments({ ...scope, state: 'to-confirm' }),
    Task.countDocuments({ ...scope, state: 'open' }),
  ])
  return { sentLast30Days, toConfirm, openTasks }
}
