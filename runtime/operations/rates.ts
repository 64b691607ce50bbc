import type { Locale, Words } from '@relance/sdk/words'
import type { z } from 'zod'
import { ratesId, readRates as storedRates } from '../claims/read-rates.ts'
import type { Rates, saveRatesSchema } from '../contract/law.ts'
import { type RateChange, rateChanges } from '../domain/law/rate-changes.ts'
import { type RateFault, rateFaults } from '../domain/law/rate-faults.ts'
import { type RateTable, rateKinds } from '../domain/law/rate-table.ts'
import { type RateHistoryKind, rateHistoryKinds } from '../domain/setting-kinds.ts'
import { changeLogged, type LogEntry } from '../models/change-logged.ts'
import { Event, type EventDocument } from '../models/event.ts'
import { StoredRates } from '../models/rate-table.ts'
import type { Operator } from './ports.ts'
import { RefusedError } from './refused-error.ts'

const mostChanges = 50

const faultWords: Record<RateFault['fault'], Words> = {
  twice: { fr: 'Cette date figure deux fois.', en: 'This date is there twice.' },
  'not-a-semester': {
    fr: 'Un taux vaut pour un semestre : 1er janvier ou 1er juillet.',
    en: 'A rate holds for a half-year: 1 January or 1 July.',
  },
}

/** The table of rates and indemnities, with who changed what. */
export async function readRates(): Promise<Rates> {
  const { revision, ...stored } = await storedRates()
  const changes = await Event.find({ kind: { $in: [...rateHistoryKinds] } })
    .sort({ at: -1 })
    .limit(mostChanges)
    .lean<EventDocument[]>()
  return {
    revision,
    table: tableOf(stored),
    changes: changes.map(({ _id: id, at, kind, author, entity, values }) => ({
      ...{ id, at: at.toISOString(), kind: kind as RateHistoryKind, author, values },
      entity: entity ?? null,
    })),
  }
}

/** Replaces the table that the writer has seen; refused with `conflict` when somebody else changed it meanwhile. */
export async function saveRates(
  { revision, table }: z.output<typeof saveRatesSchema>,
  { author, ports, locale }: Operator & { locale: Locale },
): Promise<Rates> {
  refuseFaults(table, locale)
  const known = await storedRates()
  const next = Object.fromEntries(
    rateKinds.map((kind) => [kind, [...table[kind]].sort((a, b) => a.from.localeCompare(b.from))]),
  )
  const at = ports.now()
  const entries = rateChanges(tableOf(known), table).map((change) =>
    entryOf(change, { revision: revision + 1, author, at }),
  )
  const set = { ...next, revision: revision + 1 }
  const saved = await changeLogged(StoredRates, { id: ratesId, filter: { revision }, set, entries })
  if (!saved) throw new RefusedError('settings-conflict')
  return readRates()
}

function refuseFaults(table: RateTable, locale: Locale): void {
  const errors = rateFaults(table).map(({ kind, row, fault }) => ({
    path: `body.table.${kind}.${row}.from`,
    message: faultWords[fault][locale],
    code: fault,
  }))
  if (errors.length > 0) throw new RefusedError('invalid', { errors })
}

function tableOf({ refinancing, legal, indemnity }: RateTable): RateTable {
  return { refinancing, legal, indemnity }
}

function entryOf(
  { kind, from, what, before, after }: RateChange,
  { revision, author, at }: { revision: number; author: string; at: Date },
): LogEntry {
  const values = { rate: kind, from, before, after }
  return { _id: `rates:${revision}:${kind}:${from}`, at, kind: `rate-${what}`, author, values }
}
