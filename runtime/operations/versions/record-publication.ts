import type { MoveChoice } from '../../contract/versions.ts'
import { isDuplicateKey } from '../../models/duplicate-key.ts'
import { Publication, type PublicationRecord } from '../../models/publication.ts'
import { Scenario } from '../../models/scenario.ts'
import type { Operator } from '../ports.ts'
import { countUntold, moveFiles, tally } from './move-files.ts'
import type { Departure } from './plan-moves.ts'

export interface PublicationDraft {
  readonly version: number
  readonly hash: string
  readonly restored: boolean
  readonly at: Date
  readonly by: string
  readonly note: string
  readonly choices: readonly MoveChoice[]
  readonly departures: readonly Departure[]
}

/** Writes down what is about to be published, under the next rank of its scenario. */
export async function preparePublication(
  scenario: string,
  { departures, ...draft }: PublicationDraft,
): Promise<PublicationRecord> {
  for (;;) {
    const [latest] = await Publication.find({ scenario }, { rank: 1 }).sort({ rank: -1 }).limit(1).lean()
    const rank = (latest?.rank ?? 0) + 1
    const record = { ...draft, _id: `${scenario}:${rank}`, scenario, rank, status: 'preparing', moves: [...departures] }
    try {
      const created = await Publication.create(record as never)
      return (created as unknown as { toObject: () => PublicationRecord }).toObject()
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
    }
  }
}

/** The scenario refers to it: from now on its files are told, and those of earlier publications no more. */
export async function openPublication(record: PublicationRecord): Promise<void> {
  const { _id, scenario, rank } = record
  for (const { _id: earlier } of await Publication.find({ scenario, rank: { $lt: rank }, status: 'moving' }).lean()) {
    const results = await tally(earlier)
    await Publication.updateOne({ _id: earlier, status: 'moving' }, { $set: { status: 'superseded', results } })
  }
  const total = await countUntold(record)
  const status = total > 0 ? 'moving' : 'done'
  await Publication.updateOne({ _id, status: 'preparing' }, { $set: { status, total } })
}

/** Takes up what a stop left half-way: publications not opened, files not told. */
export async function resumePublications({ ports }: Pick<Operator, 'ports'>, before: Date): Promise<void> {
  for (const record of await Publication.find({ status: 'preparing', at: { $lt: before } }).lean<
    PublicationRecord[]
  >()) {
    const scenario = await Scenario.findById(record.scenario, { published: 1 }).lean()
    if (scenario?.published?.publication === record._id) await openPublication(record)
    else await Publication.deleteOne({ _id: record._id, status: 'preparing' })
  }
  for (const { _id } of await Publication.find({ status: 'moving', at: { $lt: before } }, { _id: 1 }).lean()) {
    await moveFiles(_id, { ports, patience: 0 })
  }
}
