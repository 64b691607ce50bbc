import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { claimsOf } from '../claims/claims-of.ts'
import type { Claim, limitationRequestSchema } from '../contract/law.ts'
import type { EventKind } from '../domain/event-kinds.ts'
import { limitationOf } from '../domain/law/limitation.ts'
import type { LimitationActKind } from '../domain/law/limitation-acts.ts'
import { Debtor } from '../models/debtor.ts'
import { Entity } from '../models/entity.ts'
import type { ItemDocument } from '../models/item.ts'
import { todays } from './calendar-day.ts'
import { changeItem } from './change-item.ts'
import type { Operator } from './ports.ts'
import { findInvoice, findItem } from './read-invoice.ts'
import { RefusedError } from './refused-error.ts'

const kinds: Record<LimitationActKind, EventKind> = {
  acknowledgement: 'debt-acknowledged',
  lawsuit: 'lawsuit-filed',
  judgment: 'lawsuit-judged',
  'lawsuit-dropped': 'lawsuit-dropped',
  'formal-notice': 'formal-notice-given',
  'claim-declared': 'claim-declared',
}

/** Penalties and indemnity of an item as of today, line by line, and its limitation clock. */
export async function readClaim(id: string, { ports }: Pick<Operator, 'ports'>): Promise<Claim> {
  const item = await findItem(id)
  const [entity, debtor, dayOf] = await Promise.all([
    Entity.findById(item.entity, { agreedRate: 1 }).lean(),
    Debtor.findById(item.debtor, { insolvency: 1 }).lean(),
    todays(ports.now()),
  ])
  const today = dayOf(item.entity)
  const account = {
    entity: { agreedRate: entity?.agreedRate ?? null },
    debtor: { insolvency: debtor?.insolvency ?? null },
  }
  const claim = (await claimsOf([item], { ...account, today })).get(item._id)!
  const acts = actsOf(item)
  return {
    ...{ invoice: item._id, currency: item.currency, today },
    ...claim,
    lines: claim.lines.map((line) => ({ ...line })),
    limitation: { ...limitationOf(item.dueDate, acts), acts },
  }
}

/** Records an act that bears on the limitation of an invoice: it is recomputed from all of them. */
export async function recordLimitationAct(
  id: string,
  { kind, date, comment }: z.output<typeof limitationRequestSchema>,
  operator: Operator,
): Promise<Claim> {
  const item = await findInvoice(id)
  const at = operator.ports.now()
  if (date > (await todays(at))(item.entity)) throw new RefusedError('act-in-the-future', { values: { date } })
  const act = { id: `act:${randomUUID()}`, kind, date, comment, at, by: operator.author }
  await changeItem(
    {
      id,
      filter: {},
      update: { $push: { limitationActs: act } },
      entry: { id: act.id, at, kind: kinds[kind], author: operator.author, values: { date, comment } },
    },
    operator,
  )
  return readClaim(id, operator)
}

function actsOf({ limitationActs }: Pick<ItemDocument, 'limitationActs'>): Claim['limitation']['acts'] {
  return limitationActs.map(({ id, kind, date, comment, by, at }) => ({
    ...{ id, kind, date, comment, by },
    at: new Date(at).toISOString(),
  }))
}
