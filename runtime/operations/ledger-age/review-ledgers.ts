import { isLedgerStale } from '../../domain/desk/ledger-age.ts'
import { restraintId } from '../../domain/desk/restraint.ts'
import { Entity } from '../../models/entity.ts'
import { Restraint } from '../../models/restraint.ts'
import { dayIn } from '../calendar-day.ts'
import type { Operator } from '../ports.ts'
import { endImplied, imply } from '../restrain.ts'

/**
 * Holds the reminders of entities whose ledger has become too old, and lets them go once it is stated again: the files that
 * waited then go on by the catch-up rule of their scenario.
 */
export async function reviewLedgers(operator: Operator): Promise<void> {
  const now = operator.ports.now()
  const fields = { name: 1, zone: 1, ledgerLimit: 1, ledgerAt: 1 }
  for (const { _id, name, zone, ledgerLimit, ledgerAt } of await Entity.find({}, fields).lean()) {
    const updatedOn = ledgerAt ? dayIn(zone, ledgerAt) : null
    const isStale = isLedgerStale({ limit: ledgerLimit ?? null, updatedOn, today: dayIn(zone, now) })
    const subject = { kind: 'hold', scope: 'ledger', target: _id } as const
    const isHeld = (await Restraint.exists({ _id: restraintId(subject), lifted: null })) !== null
    if (isStale && !isHeld) await imply({ ...subject, label: name, issuedUntil: null }, operator)
    if (!isStale && isHeld) await endImplied(restraintId(subject), operator)
  }
}

/** Takes note that ledgers were stated. */
export async function noteStatement(entities: readonly string[], operator: Operator): Promise<void> {
  if (entities.length === 0) return
  await Entity.updateMany({ _id: { $in: [...entities] } }, { $set: { ledgerAt: operator.ports.now() } })
  await reviewLedgers(operator)
}
