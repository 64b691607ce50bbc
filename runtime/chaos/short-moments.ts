import type { MomentQuery, ResolvedMoment } from '../domain/calendar/resolve-moment.ts'

/** Longer waits (days) are where a file comes to rest: they outlast a run. */
const rest = 100

/** Waits counted from the moment they are reached, in days of `day` ms, so that months pass in minutes; a customer's files wake together. */
export function shortMoments(day: number): (query: MomentQuery) => ResolvedMoment {
  return ({ moment, since, now, spreadKey }) => {
    const days = moment.days > rest ? moment.days * 60 : moment.days + turnOf(spreadKey)
    const at = since === undefined ? Date.parse(now) + days * day : Date.parse(since)
    return { at: new Date(Math.max(at, Date.parse(now))).toISOString(), past: false }
  }
}

/** From 0, below 3, the same for one key. */
function turnOf(key: string): number {
  let sum = 0
  for (const letter of key) sum = (sum * 31 + letter.charCodeAt(0)) % 3_000
  return sum / 1_000
}
