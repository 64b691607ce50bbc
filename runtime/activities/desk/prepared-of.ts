import type { MessageDocument } from '../../models/message.ts'
import type { PreparedMessage } from '../../workflows/protocol.ts'

/** Before any clock. A workflow's own clock stands at the beginning of its task, a little before what the worker calls now. */
const atOnce = new Date(0).toISOString()

/** What the desk's workflow does about a message; null when nothing is left to do. */
export function preparedOf(message: MessageDocument): PreparedMessage | null {
  const { _id: id, state, reason, plannedAt } = message
  const waits = { id, at: null, attempts: 0 }
  switch (state) {
    case 'to-confirm':
      return { ...waits, state: 'to-confirm' }
    case 'queued':
      if (reason === 'missing-contact') return { ...waits, state: 'waiting' }
      return { id, state: 'queued', at: isAhead(plannedAt) ? plannedAt.toISOString() : atOnce, attempts: 0 }
    case 'sending':
      return { id, state: 'queued', at: atOnce, attempts: 0 }
    case 'uncertain':
      return { ...waits, state: 'waiting' }
    default:
      return null
  }
}

function isAhead(date: Date | null | undefined): date is Date {
  return date != null && date.getTime() > Date.now()
}
