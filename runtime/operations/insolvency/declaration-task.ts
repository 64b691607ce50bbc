import { Temporal } from 'temporal-polyfill'
import type { DebtorDocument } from '../../models/debtor.ts'
import { insertOnce } from '../../models/duplicate-key.ts'
import { Entity } from '../../models/entity.ts'
import { Item } from '../../models/item.ts'
import { Task } from '../../models/task.ts'
import type { Operator } from '../ports.ts'
import { declarationWords } from './declaration-words.ts'

/** Hour of the last day at which the task is due. */
const closing = '18:00'

/** The collector's task of declaring the claims that are prior to the judgment; it goes when the proceedings are withdrawn. */
export async function keepDeclarationTask(debtor: DebtorDocument, operator: Operator): Promise<void> {
  const { _id: id, insolvency } = debtor
  const kind = 'declare-claim'
  const current = insolvency ? `${kind}:${id}:${insolvency.judgedOn}` : null
  await Task.updateMany({ kind, debtor: id, state: 'open', _id: { $ne: current } }, { $set: { state: 'cancelled' } })
  if (!insolvency || current === null) return
  const requests = await priorClaims(id, insolvency.judgedOn)
  if (requests.length === 0) return
  const dueAt = await endOf(insolvency.declareBy, debtor.entity)
  const isNew = await insertOnce(() =>
    Task.create({
      ...{ _id: current, kind, state: 'open', entity: debtor.entity, debtor: id, debtorCode: debtor.code },
      ...{ debtorName: debtor.name, segment: debtor.segment, assignee: debtor.collector || 'collector' },
      ...{ title: declarationWords.title.fr, outcomes: declarationWords.outcomes, requests },
      ...{ createdAt: operator.ports.now(), dueAt },
    }),
  )
  if (isNew) return
  await Task.updateOne({ _id: current, state: { $ne: 'done' } }, { $set: { state: 'open', dueAt, requests } })
}

/** Every open invoice of before the judgment, due or not: all of them are declared. */
async function priorClaims(debtor: string, judgedOn: string) {
  const items = await Item.find(
    { debtor, type: 'invoice', open: { $gt: 0 }, issueDate: { $lte: judgedOn } },
    { number: 1 },
  ).lean()
  return items.map(({ _id, number }) => ({ key: _id, invoice: _id, number, node: '', visit: 0, level: 0 }))
}

async function endOf(day: string, entity: string): Promise<Date> {
  const zone = (await Entity.findById(entity, { zone: 1 }).lean())?.zone ?? 'Europe/Paris'
  const end = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: closing })
  return new Date(end.epochMilliseconds)
}
