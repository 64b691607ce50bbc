import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { insolvencyRequestSchema } from '../../contract/law.ts'
import type { Debtor as DebtorView } from '../../contract/portfolio.ts'
import { holidaysOf } from '../../domain/calendar/holidays-of.ts'
import { declarationDeadline } from '../../domain/law/insolvency.ts'
import type { SettingKind } from '../../domain/setting-kinds.ts'
import { changeLogged } from '../../models/change-logged.ts'
import { Debtor, type DebtorDocument } from '../../models/debtor.ts'
import { todays } from '../calendar-day.ts'
import { readDebtor } from '../list-debtors.ts'
import type { Operator } from '../ports.ts'
import { RefusedError } from '../refused-error.ts'
import { settleInsolvency } from './settle-insolvency.ts'

type Asked = z.output<typeof insolvencyRequestSchema>['insolvency']

/** Records the judgment that opened insolvency proceedings, mends what was recorded, or withdraws it (null). */
export async function saveInsolvency(
  id: string,
  { insolvency: asked }: { insolvency: Asked },
  operator: Operator,
): Promise<DebtorView> {
  const debtor = await Debtor.findById(id).lean<DebtorDocument>()
  if (!debtor) throw new RefusedError('not-found', { values: { id } })
  const at = operator.ports.now()
  if (asked) check(asked, (await todays(at))(debtor.entity))
  const insolvency = asked && { ...asked, declareBy: asked.declareBy ?? deadlineOf(asked, debtor) }
  const kind: SettingKind = insolvency === null ? 'insolvency-lifted' : 'insolvency-opened'
  const entry = {
    ...{ _id: `insolvency:${randomUUID()}`, at, kind, author: operator.author, entity: debtor.entity, debtor: id },
    values: insolvency ?? { judgedOn: debtor.insolvency?.judgedOn ?? null },
  }
  await changeLogged(Debtor, {
    id,
    ...(insolvency === null && { filter: { insolvency: { $ne: null } } }),
    set: { insolvency, insolvencySettled: false },
    entries: [entry],
  })
  await settleInsolvency(id, operator).catch((error) =>
    operator.ports.warn({ err: error }, 'proceedings could not be told to every file; they will be'),
  )
  return readDebtor(id, operator)
}

function check({ judgedOn, publishedOn }: NonNullable<Asked>, today: string): void {
  const late = [judgedOn, publishedOn].find((day) => day !== null && day > today)
  if (late) throw new RefusedError('judgment-in-the-future', { values: { date: late } })
  if (publishedOn !== null && publishedOn < judgedOn) throw new RefusedError('published-before-judged')
}

function deadlineOf({ judgedOn, publishedOn }: NonNullable<Asked>, { country, postalCode }: DebtorDocument): string {
  return declarationDeadline({ from: publishedOn ?? judgedOn, holidays: holidaysOf({ country, postalCode }) })
}
