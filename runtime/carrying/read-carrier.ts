import { Item } from '../models/item.ts'
import { restraintsInForce } from '../models/restraint.ts'
import { type Bearer, bearerFields, carrierAmong, restraintIdsAmong } from './carrier-among.ts'

export interface AccountOf {
  readonly debtor: string
  readonly currency: string
}

/** The invoice that carries an account now, by what the ledger says; null when none can. */
export async function readCarrier({ debtor, currency }: AccountOf): Promise<Bearer | null> {
  return (await readTurns({ debtor, currency })).carrier
}

/** The same with all open invoices of the account. */
export async function readTurns({ debtor, currency }: AccountOf): Promise<{
  readonly carrier: Bearer | null
  readonly items: readonly Bearer[]
}> {
  const items = await Item.find({ debtor, currency, open: { $gt: 0 } }, bearerFields).lean<Bearer[]>()
  const restraints = await restraintsInForce(restraintIdsAmong(items))
  return { carrier: carrierAmong(items, { currency, restraints }), items }
}
