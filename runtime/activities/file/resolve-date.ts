import { holidaysOf } from '../../domain/calendar/holidays-of.ts'
import type { ResolvedMoment } from '../../domain/calendar/resolve-moment.ts'
import { Desk } from '../../models/desk.ts'
import type { DateAsk, FileActivities } from '../../workflows/file-activities.ts'
import type { Services } from '../services.ts'
import { applyTrace, type OwnNote } from './apply-trace.ts'
import { findDebtor, findItem } from './find-item.ts'

/** When a wait ends: an instant within the debtor's contact hours, the same for all invoices of one debtor. */
export function resolveDate(
  services: Pick<Services, 'scenarios' | 'registry' | 'signals' | 'resolveMoment'>,
): FileActivities['resolveDate'] {
  return async (ask) => {
    const { trace, now, moment, catchingUp, since, reached, tookOver, previous } = ask
    const [item, version] = await Promise.all([findItem(trace.item), services.scenarios.get(trace.scenario)])
    const { catchUp, reanchor, minimumContactDelay, contactHours } = version.document.policy
    const [debtor, desk] = await Promise.all([
      findDebtor(item.debtor),
      // Only what is spread out is put behind the last contact.
      catchUp === 'spread' ? Desk.findById(item.debtor).lean() : null,
    ])
    const resolved = services.resolveMoment({
      ...{ moment, catchingUp, since, now, catchUp, minimumContactDelay },
      ...{ reanchor, tookOver, previous, listedAt: item.listedAt?.toISOString() ?? null },
      zone: debtor.zone,
      hours: contactHours,
      holidays: holidaysOf({ country: debtor.country, postalCode: debtor.postalCode }),
      anchors: { dueDate: item.dueDate, issueDate: item.issueDate, paymentDate: item.paidDate ?? null, reached },
      spreadKey: debtor._id,
      lastContactAt: desk?.lastContactAt?.toISOString() ?? null,
    })
    const course = { nextAt: resolved.past || since ? null : resolved.at }
    await applyTrace(trace, { item, version, services, notes: [noteOf(ask, resolved, catchUp)], course })
    return resolved
  }
}

function noteOf({ place, now, moment }: DateAsk, { at, past, said }: ResolvedMoment, catchUp: string): OwnNote {
  const { days, unit, from } = moment
  const note = { id: `${place.node}:${place.visit}:date`, at: now, node: place.node }
  if (past) return { ...note, kind: 'date-past', values: { until: at, catchUp: said ? 'said' : catchUp } }
  return { ...note, kind: 'waiting', values: { until: at, days, unit, from } }
}
