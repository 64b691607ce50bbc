import { PermanentError } from '@relance/sdk/errors'
import { Debtor, type DebtorDocument } from '../../models/debtor.ts'
import { Entity, type EntityDocument } from '../../models/entity.ts'
import { Item, type ItemDocument } from '../../models/item.ts'

/** An item of the ledger. Throws PermanentError when it is not there. */
export async function findItem(id: string): Promise<ItemDocument> {
  const item = await Item.findById(id).lean<ItemDocument>()
  if (!item) throw new PermanentError(`The ledger has no item ${id}`)
  return item
}

export async function findDebtor(id: string): Promise<DebtorDocument> {
  const debtor = await Debtor.findById(id).lean<DebtorDocument>()
  if (!debtor) throw new PermanentError(`There is no debtor ${id}`)
  return debtor
}

export async function findEntity(code: string): Promise<EntityDocument> {
  const entity = await Entity.findById(code).lean<EntityDocument>()
  if (!entity) throw new PermanentError(`There is no entity ${code}`)
  return entity
}
