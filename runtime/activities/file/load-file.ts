import { PermanentError } from '@relance/sdk/errors'
import { readCarrier } from '../../carrying/read-carrier.ts'
import { byTurn } from '../../domain/desk/carrier.ts'
import { heldReasons } from '../../domain/desk/last-look.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import { holdOn } from '../../models/restraint.ts'
import type { FileActivities, LoadedFile } from '../../workflows/file-activities.ts'
import { byReference } from '../scenario-codec.ts'
import type { Services } from '../services.ts'

/** Fields that decide whose turn it is. */
const turn = { dueDate: 1, amount: 1, currency: 1 } as const

/** The scenario that a file runs, and what the ledger says of its invoice now. */
export function loadFile({ scenarios }: Pick<Services, 'scenarios'>): FileActivities['loadFile'] {
  return async ({ item: id, scenario, opening = false }) => {
    const [{ compiled }, item] = await Promise.all([
      scenarios.get(scenario),
      Item.findById(id, {
        open: 1,
        dispute: 1,
        promise: 1,
        entity: 1,
        segment: 1,
        debtor: 1,
        issueDate: 1,
        ...turn,
      }).lean(),
    ])
    if (!item) throw new PermanentError(`The ledger has no item ${id}`)
    const { open, dispute, promise } = item
    const scope = await holdOn(item)
    const loaded: LoadedFile = {
      compiled,
      item: {
        ...{ paid: open <= 0, disputed: Boolean(dispute), promised: Boolean(promise) },
        held: scope && heldReasons[scope],
        ...(opening && { carrier: await carrierBefore(item) }),
      },
    }
    return byReference(loaded)
  }
}

/** The invoice that carries the account of one whose file opens, if its turn comes before. */
async function carrierBefore(
  item: Pick<ItemDocument, 'debtor' | 'currency' | 'dueDate' | 'amount'>,
): Promise<string | null> {
  const carrier = await readCarrier(item)
  return carrier !== null && byTurn(carrier, item) < 0 ? carrier._id : null
}
