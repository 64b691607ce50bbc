import type { z } from 'zod'
import type { entityListSchema, entitySchema } from '../contract/portfolio.ts'
import { Entity, type EntityDocument } from '../models/entity.ts'

/** The legal entities that issue invoices, by name. */
export async function listEntities(): Promise<z.output<typeof entityListSchema>> {
  const entities = await Entity.find({}).sort({ name: 1 }).lean<EntityDocument[]>()
  return {
    items: entities.map(entityView),
  }
}

export function entityView(entity: EntityDocument): z.output<typeof entitySchema> {
  const {
    _id: code,
    name,
    legalName,
    siren,
    currency,
    zone,
    colour,
    terms,
    agreedRate,
    minimums,
    ledgerLimit,
    ledgerAt,
  } = entity
  return {
    ...{ code, name, legalName, siren, currency, zone, colour, terms, agreedRate: agreedRate ?? null, minimums },
    ...{ ledgerLimit: ledgerLimit ?? null, ledgerAt: ledgerAt?.toISOString() ?? null },
  }
}
