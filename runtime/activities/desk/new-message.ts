import { createHash } from 'node:crypto'
import type { PlannedMessage } from '../../domain/desk/decide.ts'
import type { DeskRequest } from '../../workflows/protocol.ts'
import { type AccountView, type MessageRequest, whyOf } from './desk-view.ts'

/** Derived from the first request, so that a repeated preparation finds what it has done. */
export function messageIdOf({ key, round }: Pick<DeskRequest, 'key' | 'round'>): string {
  return `m-${createHash('sha256').update(`${key}#${round}`).digest('hex').slice(0, 24)}`
}

export function toMessageRequest(request: DeskRequest, { items }: Pick<AccountView, 'items'>): MessageRequest {
  const number = items.get(request.item)?.number ?? request.item
  return { ...request, invoice: request.item, number, workflow: `invoice:${request.item}` }
}

/** What a planned message says and to whom, before its words. */
export function letterOf(
  { leading: { medium, role, template, language, currency, level } }: PlannedMessage,
  { id, requests, view }: { id: string; requests: readonly MessageRequest[]; view: AccountView },
) {
  const { entity, debtor } = view
  const parties = { entity: entity._id, debtor: debtor._id, role }
  return { _id: id, ...parties, medium, template, language, currency, level, requests }
}

/** The record of a message, with what of it never changes. */
export function newMessage(fields: Readonly<Record<string, unknown>>, { debtor, now }: AccountView) {
  const { state, reason } = fields
  return {
    ...fields,
    ...{ debtorCode: debtor.code, debtorName: debtor.name, segment: debtor.segment, createdAt: now },
    changes: [{ at: now, state, by: 'desk', reason }],
  }
}

/** What the timeline says of a message that was prepared. */
export function timelineOf(
  fields: {
    readonly to: { readonly address: string }
    readonly template: string
    readonly state: string
    readonly reason: string | null
    readonly plannedAt: Date
    readonly items: readonly unknown[]
  },
  view: AccountView,
) {
  const { to, template, state, plannedAt, items } = fields
  const why = whyOf(fields.reason, view)
  return { to: to.address, template, state, ...why, plannedAt: plannedAt.toISOString(), invoices: items.length }
}
