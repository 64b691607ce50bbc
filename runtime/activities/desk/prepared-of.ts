import type { MessageDocument } from '../../models/message.ts'
import type { PreparedMessage } from '../../workflows/protocol.ts'

/** What the desk's workflow does about a message; null when nothing is left to do. */
export function preparedOf(message: MessageDocument): PreparedMessage | null {
  const { _id: id, state, reason, plannedAt } = message
  const waits = { id, at: null, attempts: 0 }
  switch (state) {
    case 'to-confirm':
      return { ...waits, state: 'to-confirm' }
    case 'queued':
      if (reason === 'missing-contact') return { ...waits, state: 'waiting' }
      return { id, state: 'queued', at: (plannedAt ?? new Date(0)).toISOString(), attempts: 0 }
    case 'sending':
      return { id, state: 'queued', at: new Date(0).toISOString(), attempts: 0 }
    case 'uncertain':
      return { ...waits, state: 'waiting' }
    default:
      return null
  }
}
