import type { Segment } from '@relance/sdk/facts'
import { readRates } from '../claims/read-rates.ts'
import { addDays } from '../domain/ageing/days-between.ts'
import type { HolidayPlace } from '../domain/calendar/holidays-of.ts'
import type { SimulatedFile } from '../machine/simulated-file.ts'
import { Debtor } from '../models/debtor.ts'
import { Entity } from '../models/entity.ts'
import { dayIn } from './calendar-day.ts'
import { findInvoice } from './read-invoice.ts'

interface Wanted {
  readonly invoice?: string
  readonly issueDate?: string
  readonly dueDate?: string
  readonly amount?: number
}

/** An invoice to simulate, the zone it lives in, and where its debtor's holidays are told by. */
interface Simulated {
  readonly file: SimulatedFile
  readonly zone: string
  readonly address: HolidayPlace
}

const usualTerms = 30
const usualAmount = 120_000

/** The facts of an invoice of the ledger, or of one made up: issued today, due in 30 days, 1 200.00 EUR. */
export async function simulatedFile(
  wanted: Wanted,
  { segment, now }: { segment: Segment | null; now: Date },
): Promise<Simulated> {
  if (wanted.invoice) return ledgerFile(wanted.invoice)
  const [entity, rates] = await Promise.all([Entity.findOne({}).lean(), readRates()])
  const zone = entity?.zone ?? 'Europe/Paris'
  const issueDate = wanted.issueDate ?? (wanted.dueDate ? addDays(wanted.dueDate, -usualTerms) : dayIn(zone, now))
  const amount = wanted.amount ?? usualAmount
  const invoice = {
    number: 'F-0001',
    amount,
    open: amount,
    currency: entity?.currency ?? 'EUR',
    issueDate,
    dueDate: wanted.dueDate ?? addDays(issueDate, usualTerms),
  }
  const debtor = { id: 'example', segment: segment ?? 'pme', country: 'FR', language: 'fr', meanDelay: 0 } as const
  const law = { rates, agreed: entity?.agreedRate ?? null }
  return { file: { invoice, debtor, entity: { code: entity?._id ?? 'FR' }, law }, zone, address: { country: 'FR' } }
}

async function ledgerFile(id: string): Promise<Simulated> {
  const item = await findInvoice(id)
  const [debtor, entity, rates] = await Promise.all([
    Debtor.findById(item.debtor).lean(),
    Entity.findById(item.entity).lean(),
    readRates(),
  ])
  const { number, amount, open, currency, issueDate, dueDate } = item
  const file = {
    invoice: { number, amount, open, currency, issueDate, dueDate },
    debtor: {
      id: item.debtor,
      segment: item.segment,
      country: debtor?.country ?? 'FR',
      language: debtor?.language ?? 'fr',
      meanDelay: debtor?.meanDelay ?? 0,
    },
    entity: { code: item.entity },
    law: { rates, agreed: entity?.agreedRate ?? null },
  }
  const address = { country: debtor?.country ?? 'FR', postalCode: debtor?.postalCode ?? '' }
  return { file, zone: entity?.zone ?? 'Europe/Paris', address }
}
