import type { Message, MessageSummary } from '../contract/work.ts'
import type { MessageDocument } from '../models/message.ts'

/** A message as lists show it: no body. */
export function messageSummary(message: MessageDocument): MessageSummary {
  return {
    id: message._id,
    entity: message.entity,
    state: message.state as MessageSummary['state'],
    medium: message.medium as MessageSummary['medium'],
    template: message.template,
    language: message.language as MessageSummary['language'],
    debtor: { code: message.debtorCode, name: message.debtorName, segment: message.segment as never },
    to: { name: message.to?.name ?? '', address: message.to?.address ?? '' },
    subject: message.subject,
    invoices: message.items.map(({ invoice, number, level }) => ({ id: invoice, number, level })),
    overdue: message.overdue,
    level: message.level,
    createdAt: message.createdAt.toISOString(),
    plannedAt: message.plannedAt?.toISOString() ?? null,
    sentAt: message.sentAt?.toISOString() ?? null,
    reason: message.reason ?? null,
  }
}

/** A message with what was really sent, and each change of state. */
export function messageView(message: MessageDocument): Message {
  return {
    ...messageSummary(message),
    html: message.html,
    text: message.text,
    providerId: message.providerId ?? null,
    changes: message.changes.map((change) => ({
      at: new Date(change.at).toISOString(),
      state: change.state,
      by: change.by ?? '',
      reason: change.reason ?? null,
    })),
  }
}
