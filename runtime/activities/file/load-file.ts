import { PermanentError } from '@relance/sdk/errors'
import { heldReasons } from '../../domain/desk/last-look.ts'
import { Item } from '../../models/item.ts'
import { holdOn } from '../../models/restraint.ts'
import type { FileActivities, LoadedFile } from '../../workflows/file-activities.ts'
import { byReference } from '../scenario-codec.ts'
import type { Services } from '../services.ts'

/** The scenario that a file runs, and what the ledger says of its invoice now. */
export function loadFile({ scenarios }: Pick<Services, 'scenarios'>): FileActivities['loadFile'] {
  return async ({ item: id, scenario }) => {
    const [{ compiled }, item] = await Promise.all([
      scenarios.get(scenario),
      Item.findById(id, { open: 1, dispute: 1, promise: 1, entity: 1, segment: 1, debtor: 1, issueDate: 1 }).lean(),
    ])
    if (!item) throw new PermanentError(`The ledger has no item ${id}`)
    const { open, dispute, promise } = item
    const scope = await holdOn(item)
    const loaded: LoadedFile = {
      compiled,
      item: {
        ...{ paid: open <= 0, disputed: Boolean(dispute), promised: Boolean(promise) },
        held: scope && heldReasons[scope],
      },
    }
    return byReference(loaded)
  }
}
