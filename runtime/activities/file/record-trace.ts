import { Event } from '../../models/event.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import type { FileActivities } from '../../workflows/file-activities.ts'
import type { Services } from '../services.ts'
import { applyTrace } from './apply-trace.ts'

/** Writes down what a file has to tell when no other work takes it along. An item that is gone has nothing to be told. */
export function recordTrace(
  services: Pick<Services, 'scenarios' | 'registry' | 'signals'>,
): FileActivities['recordTrace'] {
  return async (trace) => {
    const item = await Item.findById(trace.item).lean<ItemDocument>()
    if (!item) {
      await Event.updateMany({ _id: { $in: [...trace.acknowledged] } }, { $set: { acknowledged: true } })
      return
    }
    const version = await services.scenarios.get(trace.scenario)
    await applyTrace(trace, { item, version, services })
  }
}
