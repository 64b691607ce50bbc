import { findStage } from '@relance/templates/stages'
import { carrierAmong } from '../../carrying/carrier-among.ts'
import { type Drop, lastLook } from '../../domain/desk/last-look.ts'
import { type InForce, restraintsOn } from '../../domain/desk/restraint.ts'
import type { DebtorDocument } from '../../models/debtor.ts'
import type { ItemDocument } from '../../models/item.ts'
import type { DeskRequest } from '../../workflows/protocol.ts'
import type { Services } from '../services.ts'
import { concernedBy, contactOf } from './desk-view.ts'

interface Seen {
  readonly debtor: DebtorDocument
  readonly items: ReadonlyMap<string, ItemDocument>
  readonly restraints: InForce
}

/** The last look at one request of a message, with the facts as they were just read. */
export async function lookAt(
  request: DeskRequest,
  { debtor, items, restraints }: Seen,
  { scenarios }: Pick<Services, 'scenarios'>,
): Promise<Drop | null> {
  const item = items.get(request.item)
  const { policy } = (await scenarios.get(request.scenario)).document
  const contact = contactOf({ debtor }, request.role)
  const about = { item: request.item, issuedOn: item?.issueDate ?? null, address: contact?.email ?? '' }
  const who = concernedBy(debtor, about)
  const { held, excluded } = restraintsOn(who, restraints)
  return lastLook({
    phase: request.phase,
    place: { node: request.node, visit: request.visit },
    held,
    // What the ledger says of a customer or contact counts like a person's word.
    excluded: debtor.excluded ? 'debtor' : contact?.optedOut ? 'contact' : excluded,
    stopRules: policy.stopRules,
    carrier: item ? carrierFor(item, { items, restraints }) : null,
    item: item
      ? {
          open: item.open,
          disputed: Boolean(item.dispute),
          promised: Boolean(item.promise),
          course: item.course
            ? { node: item.course.node ?? null, visit: item.course.visit, ended: item.course.status === 'ended' }
            : null,
        }
      : null,
  })
}

/** The invoice that carries the account for another one; null for the one that carries, and where none does. */
function carrierFor(item: ItemDocument, { items, restraints }: Pick<Seen, 'items' | 'restraints'>): string | null {
  const carrier = carrierAmong([...items.values()], { currency: item.currency, restraints })
  return carrier === null || carrier._id === item._id ? null : carrier._id
}

/** A claim that the law sees never leaves while a payment of the account is not matched to its invoice. */
export function hasUnmatchedPayment(
  request: Pick<DeskRequest, 'medium' | 'template'>,
  { items }: Pick<Seen, 'items'>,
): boolean {
  if (request.medium !== 'email' || !findStage('email', request.template)?.legal) return false
  return [...items.values()].some(({ type, open }) => type === 'payment' && open < 0)
}
