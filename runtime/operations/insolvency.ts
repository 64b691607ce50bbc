import { randomUUID } from 'node:crypto'
import type { Debtor as DebtorView } from '../contract/portfolio.ts'
import type { SettingKind } from '../domain/setting-kinds.ts'
import { changeLogged } from '../models/change-logged.ts'
import { Debtor } from '../models/debtor.ts'
import { todays } from './calendar-day.ts'
import { readDebtor } from './list-debtors.ts'
import type { Operator } from './ports.ts'
import { RefusedError } from './refused-error.ts'

/** Records the day of the judgment that opened insolvency proceedings, or that there are none after all (null). */
export async function saveInsolvency(
  id: string,
  { since }: { since: string | null },
  operator: Operator,
): Promise<DebtorView> {
  const debtor = await Debtor.findById(id, { entity: 1 }).lean()
  if (!debtor) throw new RefusedError('not-found', { values: { id } })
  const at = operator.ports.now()
  if (since !== null && since > (await todays(at))(debtor.entity)) {
    throw new RefusedError('judgment-in-the-future', { values: { date: since } })
  }
  const kind: SettingKind = since === null ? 'insolvency-lifted' : 'insolvency-opened'
  const entry = {
    _id: `insolvency:${randomUUID()}`,
    at,
    kind,
    author: operator.author,
    entity: debtor.entity,
    debtor: id,
  }
  const entries = [{ ...entry, values: { date: since } }]
  await changeLogged(Debtor, {
    id,
    filter: { insolventSince: { $ne: since } },
    set: { insolventSince: since },
    entries,
  })
  return readDebtor(id, operator)
}
