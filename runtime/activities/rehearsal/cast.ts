import type { Facts, Segment } from '@relance/sdk/facts'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { sampleFacts } from '@relance/templates/sample-facts'
import type { TemplateFacts } from '@relance/templates/template-facts'
import { readRates } from '../../claims/read-rates.ts'
import { addDays, daysBetween } from '../../domain/ageing/days-between.ts'
import type { HolidayPlace } from '../../domain/calendar/holidays-of.ts'
import type { SimulatedFile } from '../../machine/simulated-file.ts'
import { Entity, type EntityDocument } from '../../models/entity.ts'
import { senderOf, templateFacts } from '../account.ts'
import { findDebtor, findEntity, findItem } from '../file/find-item.ts'
import { dayIn } from '../file/gather-facts.ts'

/** Who plays in a rehearsal. Names and amounts are real where an invoice is lent; the address never is. */
export interface Cast {
  readonly file: SimulatedFile
  readonly zone: string
  readonly address: HolidayPlace
  /** The letter's facts but for date, invoice and payment. */
  readonly letter: Pick<TemplateFacts, 'sender' | 'contact' | 'debtor' | 'collector' | 'salesperson' | 'links'>
}

const usualTerms = 30
const usualAmount = 120_000

/** The invoice of the ledger as if it were issued today with its own terms, or one made up. */
export async function castFor(
  invoice: string | undefined,
  { document, now }: { document: ScenarioDocument; now: Date },
): Promise<Cast> {
  return invoice ? lent(invoice, now) : madeUp(document, now)
}

async function lent(id: string, now: Date): Promise<Cast> {
  const item = await findItem(id)
  const [debtor, entity, rates] = await Promise.all([findDebtor(item.debtor), findEntity(item.entity), readRates()])
  const { sender, contact, ...others } = templateFacts({
    ...{ entity, debtor, items: [], now },
    contact: debtor.contacts[0],
  })
  return {
    file: {
      invoice: dated(item, { now, zone: entity.zone, terms: daysBetween(item.issueDate, item.dueDate) }),
      debtor: {
        id: debtor._id,
        segment: debtor.segment as Segment,
        country: debtor.country,
        language: debtor.language,
        meanDelay: debtor.meanDelay,
      },
      entity: { code: entity._id },
      law: { rates, agreed: entity.agreedRate ?? null },
    },
    zone: debtor.zone,
    address: { country: debtor.country, postalCode: debtor.postalCode },
    letter: {
      sender,
      contact,
      debtor: others.debtor,
      collector: others.collector,
      salesperson: null,
      links: others.links,
    },
  }
}

async function madeUp({ segment, languages }: ScenarioDocument, now: Date): Promise<Cast> {
  const [entity, rates] = await Promise.all([Entity.findOne({}).lean<EntityDocument>(), readRates()])
  const { contact, debtor, collector, links, sender } = sampleFacts
  const zone = entity?.zone ?? 'Europe/Paris'
  const invoice = { number: 'F-0001', amount: usualAmount, currency: entity?.currency ?? 'EUR' }
  return {
    file: {
      invoice: dated(invoice, { now, zone, terms: usualTerms }),
      debtor: { id: 'example', segment: segment ?? 'pme', country: 'FR', language: languages[0] ?? 'fr', meanDelay: 0 },
      entity: { code: entity?._id ?? 'FR' },
      law: { rates, agreed: entity?.agreedRate ?? null },
    },
    ...{ zone, address: { country: 'FR' } },
    letter: {
      sender: entity?.siren ? completed(senderOf(entity), sender) : sender,
      contact,
      debtor,
      collector,
      salesperson: null,
      links,
    },
  }
}

function completed(given: TemplateFacts['sender'], sample: TemplateFacts['sender']): TemplateFacts['sender'] {
  return { ...given, address: given.address || sample.address, phone: given.phone || sample.phone }
}

function dated(
  { number, amount, currency }: Pick<Facts['invoice'], 'number' | 'amount' | 'currency'>,
  { now, zone, terms }: { now: Date; zone: string; terms: number },
): SimulatedFile['invoice'] {
  const issueDate = dayIn(zone, now)
  return { number, amount, open: amount, currency, issueDate, dueDate: addDays(issueDate, Math.max(0, terms)) }
}
