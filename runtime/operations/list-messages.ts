import type { z } from 'zod'
import type { Message as MessageView, messagePageSchema, messageQuerySchema } from '../contract/work.ts'
import { Message, type MessageDocument } from '../models/message.ts'
import { type Filter, readPage } from '../models/read-page.ts'
import { findDebtors } from './debtor-directory.ts'
import { messageSummary, messageView } from './message-view.ts'
import { RefusedError } from './refused-error.ts'
import { sortField } from './sort-field.ts'

const sorts = { createdAt: 'createdAt', plannedAt: 'plannedAt', sentAt: 'sentAt', debtor: 'debtorName', level: 'level' }
const mostDebtors = 2_000

/** Messages of the contact desk, the latest first, without their bodies. */
export async function listMessages(
  query: z.output<typeof messageQuerySchema>,
): Promise<z.output<typeof messagePageSchema>> {
  const sort = sortField(query.sort, { sorts, usual: '-createdAt' })
  const filter: Filter = {
    ...(query.entity && { entity: query.entity }),
    ...(query.state && { state: query.state }),
    ...(query.search
      ? { debtor: { $in: (await findDebtors(query)).slice(0, mostDebtors).map(({ id }) => id) } }
      : query.debtor && { debtor: query.debtor }),
  }
  const { offset, limit } = query
  const [messages, total] = await Promise.all([
    readPage<MessageDocument>(Message as never, {
      filter,
      sort,
      offset,
      limit,
      fields: { html: 0, text: 0, changes: 0 },
    }),
    Message.countDocuments(filter),
  ])
  return { items: messages.map(messageSummary), total }
}

/** One message with its body; refused as `not-found`. */
export async function readMessage(id: string): Promise<MessageView> {
  const message = await Message.findById(id).lean<MessageDocument>()
  if (!message) throw new RefusedError('not-found', { values: { id } })
  return messageView(message)
}
