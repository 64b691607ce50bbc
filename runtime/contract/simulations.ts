import { media } from '@relance/sdk/define-node'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { z } from 'zod'
import { usualAssumptions } from '../domain/conduct/assumptions.ts'
import { amountsSchema, dateSchema, instantSchema } from './common.ts'

const { seed, usual, response, responseDays, cost } = usualAssumptions

const delay = (known: { readonly mean: number; readonly deviation: number }) =>
  z.strictObject({ mean: z.number().min(-365).max(365), deviation: z.number().min(0).max(365) }).default({ ...known })
const share = (known: number) => z.number().min(0).max(1).default(known)
const price = (known: number) => z.number().min(0).max(1_000_000).default(known)

/** What a simulation takes for granted of customers and costs; what is left out is as usual. */
export const assumptionsSchema = z.strictObject({
  seed: z.int().min(0).max(4_294_967_295).default(seed),
  usual: z
    .strictObject({
      tpe: delay(usual.tpe),
      pme: delay(usual.pme),
      eti: delay(usual.eti),
      'key-account': delay(usual['key-account']),
    })
    .prefault({}),
  response: z
    .strictObject({
      email: share(response.email),
      sms: share(response.sms),
      letter: share(response.letter),
      voice: share(response.voice),
      call: share(response.call),
    })
    .prefault({}),
  responseDays: z.int().min(1).max(60).default(responseDays),
  cost: z
    .strictObject({
      email: price(cost.email),
      sms: price(cost.sms),
      letter: price(cost.letter),
      voice: price(cost.voice),
      call: price(cost.call),
    })
    .prefault({}),
})

/** A ledger simulation: a draft, or the document given, beside what is published. */
export const ledgerRequestSchema = z.object({
  from: dateSchema.optional(),
  until: dateSchema.optional(),
  /** Played instead of the draft that is stored. */
  document: scenarioDocumentSchema.optional(),
  against: z.enum(['published', 'none']).default('published'),
  assumptions: assumptionsSchema.prefault({}),
})

const contactsSchema = z.partialRecord(z.enum(media), z.number())

/** One version over the ledger; the fields are those of `LedgerSimulation`. */
const outcomeSchema = z.object({
  version: z.enum(['draft', 'published']),
  simulated: z.int(),
  others: z.int(),
  weeks: z.array(
    z.object({
      week: z.string(),
      contacts: contactsSchema,
      firstContacts: z.int(),
      cashIn: amountsSchema,
      unaided: amountsSchema,
    }),
  ),
  totals: contactsSchema,
  firstContacts: z.int(),
  people: z.array(z.object({ person: z.string(), totals: contactsSchema, weeks: z.array(contactsSchema) })),
  cost: contactsSchema,
  cashIn: amountsSchema,
  unaided: amountsSchema,
  currency: z.string(),
  meanDelay: z.number(),
  daysGained: z.number(),
  ends: z.record(z.string(), z.int()),
})
export type SimulationOutcome = z.output<typeof outcomeSchema>

/** A ledger simulation under way or ended. `done` counts invoices, those of each version. */
export const ledgerSimulationSchema = z.object({
  id: z.string(),
  scenario: z.string(),
  status: z.enum(['running', 'done', 'failed', 'cancelled']),
  startedAt: instantSchema,
  from: z.string(),
  until: z.string(),
  done: z.int(),
  total: z.int(),
  assumptions: assumptionsSchema,
  outcomes: z.array(outcomeSchema),
  error: z.string().nullable(),
})
export type LedgerSimulationView = z.output<typeof ledgerSimulationSchema>
