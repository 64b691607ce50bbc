import { useEntity } from '../client/entity.ts'
import { useRoute } from '../client/queries.ts'
import type { Place } from './places.ts'

/** What waits for somebody, by page: messages to confirm and open tasks. */
export function useCounts(): Partial<Record<Place['page'], number>> {
  const { code } = useEntity()
  const { data } = useRoute('figures', { query: { entity: code } }, { keep: true })
  return data === undefined ? {} : { messages: data.toConfirm, calls: data.openTasks }
}
