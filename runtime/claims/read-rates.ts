import { initialRates } from '../domain/law/initial-rates.ts'
import { insertOnce } from '../models/duplicate-key.ts'
import { type RateTableDocument, StoredRates } from '../models/rate-table.ts'

/** `_id` of the one table. */
export const ratesId = 'law'

/** The company's table of rates; a new installation begins with ours. */
export async function readRates(): Promise<RateTableDocument> {
  const stored = await StoredRates.findById(ratesId).lean<RateTableDocument>()
  if (stored) return stored
  const { refinancing, legal, indemnity } = initialRates
  const rows = { refinancing: [...refinancing], legal: [...legal], indemnity: [...indemnity] }
  await insertOnce(() => StoredRates.create({ _id: ratesId, revision: 1, ...rows }))
  return (await StoredRates.findById(ratesId).lean<RateTableDocument>())!
}
