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
  return await keepPromise(_id, work, operator)
}

/** Takes over, one process at a time, what nobody has been at since `before`; goes on in the background. */
export async function resumeOwedFiles(before: Date, operator: Pick<Operator, 'ports'>): Promise<void> {
  const abandoned = await Enrolment.find({ aliveAt: { $lt: before } }).lean<EnrolmentDocument[]>()
  for (const { _id, segment, aliveAt } of abandoned) {
    const taken = await Enrolment.updateOne({ _id, aliveAt }, { $set: { aliveAt: operator.ports.now() } })
    if (taken.matchedCount === 0) continue
    const scope = segment ? { segment: segment as Segment } : {}
    await keepPromise(_id, async () => ({ result: undefined, enrolled: enrolFiles(scope, operator) }), operator)
  }
}

async function keepPromise<T>(
  _id: string,
  work: () => Promise<Enrolling<T>>,
  { ports }: Pick<Operator, 'ports'>,
): Promise<T> {
  const beat = () => void Enrolment.updateOne({ _id }, { $set: { aliveAt: ports.now() } }).catch(() => undefined)
  const timer = setInterval(beat, heartbeat).unref()
  try {
    const { result, enrolled } = await work()
    enrolled
      .then(() => Enrolment.deleteOne({ _id }))
      .catch((error) => ports.warn({ err: error }, 'files could not all be started; the sweeper goes on'))
      .finally(() => clearInterval(timer))
    return result
  } catch (error) {
    clearInterval(timer)
    throw error
  }
}
