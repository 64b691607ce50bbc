import { PermanentError } from '@relance/sdk/errors'
import type { Locale } from '@relance/sdk/words'
import { type RenderedEmail, renderEmail } from '@relance/templates/render'
import { findStage } from '@relance/templates/stages'
import { claimsOf } from '../../claims/claims-of.ts'
import { daysBetween } from '../../domain/ageing/days-between.ts'
import { limitEnd } from '../../domain/calendar/limit-end.ts'
import { isStayed } from '../../domain/law/insolvency.ts'
import { sumByCurrency } from '../../domain/money/sum-by-currency.ts'
import type { ItemDocument } from '../../models/item.ts'
import type { MessageDocument } from '../../models/message.ts'
import { listedItems, noticeDays, templateFacts } from '../account.ts'
import { dayIn } from '../file/gather-facts.ts'
import { type AccountView, calendarOf, contactOf, type MessageRequest } from './desk-view.ts'

type Letter = Pick<MessageDocument, 'medium' | 'template' | 'language' | 'currency' | 'role'> & {
  readonly requests: readonly MessageRequest[]
}

/** The message's words with the account as it is now. Throws PermanentError (a TemplateError) when a fact is missing. */
export async function renderMessage(letter: Letter, view: AccountView): Promise<RenderedEmail> {
  if (letter.medium !== 'email') throw new PermanentError(`No channel carries ${letter.medium} yet`)
  const { entity, debtor, items, now } = view
  const today = dayIn(entity.zone, now)
  const thanked = letter.requests.filter(({ phase }) => phase === 'thanks')
  const facts = templateFacts({
    ...{ entity, debtor, now, currency: letter.currency },
    contact: contactOf(view, letter.role as never),
    items: [...items.values()],
    paid: thanked.flatMap(({ item }) => items.get(item) ?? []),
    ...(findStage('email', letter.template)?.claims && {
      claims: await claimsOf([...items.values()], { entity, debtor, today }),
    }),
    deadline: limitEnd(today, { days: noticeDays, holidays: calendarOf(view).holidays }),
  })
  return renderEmail({ stage: letter.template, locale: letter.language as Locale, facts })
}

/** What a message lists, each with its own level: the reminders it has had with this one, 0 while it is not due, null in thanks. */
export function levelsOf(
  { currency, requests }: Pick<Letter, 'currency' | 'requests'>,
  { entity, debtor, items, now }: AccountView,
) {
  const today = dayIn(entity.zone, now)
  const thanked = requests.filter(({ phase }) => phase === 'thanks')
  if (thanked.length > 0) return thanked.map(({ invoice, number }) => ({ invoice, number, level: null }))
  return listedItems([...items.values()], { debtor, currency }).map((item) => ({
    ...{ invoice: item._id, number: item.number },
    level: isLate(item, today) ? (item.listings ?? 0) + 1 : 0,
  }))
}

/** The overdue part of the account in minor units, by currency. */
export function overdueOf({
  entity,
  debtor,
  items,
  now,
}: Pick<AccountView, 'entity' | 'debtor' | 'items' | 'now'>): Record<string, number> {
  const today = dayIn(entity.zone, now)
  const late = [...items.values()].filter((item) => isLate(item, today) && !isStayed(item, debtor))
  return sumByCurrency(late.map(({ open, currency }) => ({ amount: open, currency })))
}

function isLate({ type, open, dueDate }: ItemDocument, today: string): boolean {
  return type === 'invoice' && open > 0 && daysBetween(dueDate, today) > 0
}
