import { randomUUID } from 'node:crypto'
import type { Segment } from '@relance/sdk/facts'
import { Enrolment, type EnrolmentDocument } from '../models/enrolment.ts'
import { enrolFiles } from './enrol-files.ts'
import type { Operator } from './ports.ts'

/** How often (ms) whoever is at it says so: well within the sweeper's grace. */
const heartbeat = 4_000

/** What was asked for, and the files that go on starting behind it. */
interface Enrolling<T> {
  readonly result: T
  readonly enrolled: Promise<unknown>
}

/**
 * Does work after which the files of a segment (null: of all) have to be started, with a promise of them in the database: a
 * stop or an outage in the middle, or a failure, leaves the promise to the sweeper.
 */
export async function owingFiles<T>(
  segment: Segment | null,
  work: () => Promise<Enrolling<T>>,
  operator: Pick<Operator, 'ports'>,
): Promise<T> {
  const _id = randomUUID()
  await Enrolment.create({ _id, segment, aliveAt: operator.ports.now() })
  return await keepPromises([_id], work, operator)
}

/**
 * Takes over, one process at a time, what nobody has been at since `before`; goes on in the background. However many promises
 * an outage left, the files of a segment are started once.
 */
export async function resumeOwedFiles(before: Date, operator: Pick<Operator, 'ports'>): Promise<void> {
  const abandoned = await Enrolment.find({ aliveAt: { $lt: before } }).lean<EnrolmentDocument[]>()
  const taken: EnrolmentDocument[] = []
  for (const promise of abandoned) {
    const { _id, aliveAt } = promise
    const mine = await Enrolment.updateOne({ _id, aliveAt }, { $set: { aliveAt: operator.ports.now() } })
    if (mine.matchedCount === 1) taken.push(promise)
  }
  for (const [segment, ids] of byScope(taken)) {
    const scope = segment ? { segment } : {}
    await keepPromises(ids, async () => ({ result: undefined, enrolled: enrolFiles(scope, operator) }), operator)
  }
}

/** Ids of promises by segment; one for all segments keeps the others along. */
function byScope(promises: readonly EnrolmentDocument[]): Map<Segment | null, string[]> {
  const isForAll = promises.some(({ segment }) => !segment)
  const scopes = new Map<Segment | null, string[]>()
  for (const { _id, segment } of promises) {
    const scope = isForAll ? null : (segment as Segment)
    scopes.set(scope, [...(scopes.get(scope) ?? []), _id])
  }
  return scopes
}

async function keepPromises<T>(
  ids: readonly string[],
  work: () => Promise<Enrolling<T>>,
  { ports }: Pick<Operator, 'ports'>,
): Promise<T> {
  const kept = { _id: { $in: [...ids] } }
  const beat = () => void Enrolment.updateMany(kept, { $set: { aliveAt: ports.now() } }).catch(() => undefined)
  const timer = setInterval(beat, heartbeat).unref()
  try {
    const { result, enrolled } = await work()
    enrolled
      .then(() => Enrolment.deleteMany(kept))
      .catch((error) => ports.warn({ err: error }, 'files could not all be started; the sweeper goes on'))
      .finally(() => clearInterval(timer))
    return result
  } catch (error) {
    clearInterval(timer)
    throw error
  }
}
