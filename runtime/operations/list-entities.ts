import type { z } from 'zod'
import type { entityListSchema } from '../contract/portfolio.ts'
import { Entity } from '../models/entity.ts'

/** The legal entities that issue invoices, by name. */
export async function listEntities(): Promise<z.output<typeof entityListSchema>> {
  const entities = await Entity.find({}).sort({ name: 1 }).lean()
  return {
    items: entities.map(({ _id: code, name, legalName, siren, currency, zone, colour }) => ({
      code,
      name,
      legalName,
      siren,
      currency,
      zone,
      colour,
    })),
  }
}
