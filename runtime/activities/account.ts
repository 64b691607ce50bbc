import type { TemplateFacts } from '@relance/templates/template-facts'
import { claimable } from '../claims/claimable.ts'
import type { LateClaim } from '../domain/law/late-claim.ts'
import { sumClaims } from '../domain/law/sum-claims.ts'
import type { DebtorDocument } from '../models/debtor.ts'
import type { EntityDocument } from '../models/entity.ts'
import type { ItemDocument } from '../models/item.ts'
import { dayIn } from './file/gather-facts.ts'

export type Contact = DebtorDocument['contacts'][number]

export interface AccountQuestion {
  readonly entity: EntityDocument
  readonly debtor: DebtorDocument
  readonly contact: Pick<Contact, 'name'> | undefined
  /** The debtor's open items. */
  readonly items: readonly ItemDocument[]
  /** Limits the account to one currency. */
  readonly currency?: string
  readonly now: Date
  /** Invoices whose payment is thanked for. */
  readonly paid?: readonly ItemDocument[]
  /** What the delay of items costs beside their principal, by item id; nothing is claimed without. */
  readonly claims?: ReadonlyMap<string, LateClaim>
  /** By when a notice asks for the payment. */
  readonly deadline?: string
}

/** Days that a notice leaves for the payment. */
export const noticeDays = 8

/** Most lines that a message lists. */
const longestList = 500

/** What a text lists of an account: without what is disputed, on hold or stayed; the earliest due first. */
export function listedItems(
  items: readonly ItemDocument[],
  { debtor, currency }: Pick<AccountQuestion, 'debtor' | 'currency'>,
): ItemDocument[] {
  return claimable(items, debtor)
    .filter((item) => !currency || item.currency === currency)
    .sort((left, right) => left.dueDate.localeCompare(right.dueDate))
}

/** What a text may speak about: the debtor's open account, without what is disputed or on hold, and who speaks. */
export function templateFacts(question: AccountQuestion): TemplateFacts {
  const { entity, debtor, contact, items, currency, now, paid = [], claims, deadline = null } = question
  const listed = listedItems(items, { debtor, currency })
  return {
    today: dayIn(entity.zone, now),
    sender: senderOf(entity),
    contact: { name: contact?.name ?? null },
    debtor: { name: debtor.name, code: debtor.code },
    invoices: listed.slice(0, longestList).map((item) => ({
      kind: item.type,
      ...{ number: item.number, issueDate: item.issueDate, dueDate: item.dueDate },
      ...{ amount: item.amount, open: item.open, currency: item.currency, link: null },
      reminders: item.listings,
    })),
    collector: {
      name: debtor.collector || entity.collector?.name || entity.name,
      email: entity.collector?.email || entity.email,
      phone: entity.collector?.phone || entity.phone,
    },
    salesperson: debtor.salesperson ? { name: debtor.salesperson, email: null, phone: null } : null,
    links: { account: null },
    payment: paymentOf(paid),
    penalties: claims ? penaltiesOf(listed, claims) : null,
    deadline,
  }
}

/** The seller as a letter names it: the address, kept on several lines, on one. */
export function senderOf(entity: EntityDocument): TemplateFacts['sender'] {
  const { name, legalName, legalForm, capital, siren, rcs, iban, bic, email, phone, colour } = entity
  const lines = entity.address.split('\n').map((line) => line.trim().replace(/,$/, ''))
  const address = lines.filter(Boolean).join(', ')
  return { name, legalName, legalForm, capital, siren, rcs, address, iban, bic, email, phone, colour }
}

/** Claimed on what the letter lists; invoices of several currencies are claimed apart, so then the letter states none. */
function penaltiesOf(
  listed: readonly ItemDocument[],
  claims: ReadonlyMap<string, LateClaim>,
): TemplateFacts['penalties'] {
  const [currency, ...others] = new Set(listed.map((item) => item.currency))
  if (currency === undefined || others.length > 0) return null
  return penaltyFacts(
    listed.flatMap(({ _id }) => claims.get(_id) ?? []),
    currency,
  )
}

/** Claims on invoices of one currency as a letter states them; null where there is nothing to claim. */
export function penaltyFacts(claims: readonly LateClaim[], currency: string): TemplateFacts['penalties'] {
  const sum = sumClaims(claims)
  if (sum === null || sum.rates.length === 0) return null
  return {
    rates: [...sum.rates],
    interest: { amount: sum.penalties, currency },
    indemnity: { amount: sum.indemnity, currency: 'EUR' },
    until: sum.until,
  }
}

/** What was received for the invoices thanked for: their payments, or their amount where the ledger only says settled. */
function paymentOf(paid: readonly ItemDocument[]): TemplateFacts['payment'] {
  const [first] = paid
  if (!first) return null
  const received = (item: ItemDocument) => {
    const sum = (item.payments ?? []).reduce((total, { amount }) => total + (amount as number), 0)
    return sum > 0 ? sum : item.amount
  }
  return {
    amount: paid.reduce((total, item) => total + received(item), 0),
    currency: first.currency,
    date: paid
      .map((item) => item.paidDate ?? item.dueDate)
      .sort()
      .at(-1)!,
    invoices: paid.map((item) => item.number),
  }
}
