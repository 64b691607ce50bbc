import { Item } from '../../models/item.ts'
import { Publication, type PublicationRecord } from '../../models/publication.ts'
import type { Operator } from '../ports.ts'
import type { Departure } from './plan-moves.ts'
import { running } from './running-files.ts'

type Hands = Pick<Operator, 'ports'>

/** Files told at the same time. */
const atOnce = 16
/** How often (ms), and how many times, the files are counted before the rest is left to the sweeper. */
const rhythm = 1_000
const patience = 60

/** Tells the files of a publication where they lead, in the background; what stops is taken up by the sweeper. */
export function moveInBackground(id: string, { ports }: Hands): void {
  moveFiles(id, { ports, patience }).catch((error) =>
    ports.warn({ err: error, publication: id }, 'a publication could not tell every file; it will be told again'),
  )
}

/**
 * Tells every file that has not heard yet, until all have. May be repeated and interrupted: a file notes what it has heard, and
 * hears each publication once.
 */
export async function moveFiles(id: string, { ports, patience }: Hands & { patience: number }): Promise<void> {
  let lost = await tellAll(id, { ports })
  for (let turn = 0; ; turn++) {
    const record = await Publication.findById(id).lean<PublicationRecord>()
    if (record?.status !== 'moving') return
    const left = await countUntold(record)
    if (left <= lost) return finish(record, left)
    if (turn >= patience) return
    await new Promise((resolve) => setTimeout(resolve, rhythm))
    if (turn % 15 === 14) lost = await tellAll(id, { ports })
  }
}

/** Signals all that have not heard; returns how many have no workflow that could. */
async function tellAll(id: string, { ports }: Hands): Promise<number> {
  const record = await Publication.findById(id).lean<PublicationRecord>()
  if (record?.status !== 'moving') return 0
  let lost = 0
  for (const { from, moves } of record.moves as Departure[]) {
    const queue = await Item.find(untold(record, from), { _id: 1 }).lean()
    const signal = { event: id, rank: record.rank, from, to: record.hash, moves }
    const work = async () => {
      for (let file = queue.pop(); file; file = queue.pop()) {
        if ((await ports.files.migrate(file._id, signal)) === 'absent') lost += 1
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
  }
  return lost
}

function untold({ _id, scenario }: Pick<PublicationRecord, '_id' | 'scenario'>, from: string) {
  return { ...running(scenario), 'course.hash': from, 'course.publication.id': { $ne: _id } }
}

/** Files of the versions that are left and that have not heard of it. */
export async function countUntold(record: Pick<PublicationRecord, '_id' | 'scenario' | 'moves'>): Promise<number> {
  const counts = (record.moves as Departure[]).map(({ from }) => Item.countDocuments(untold(record, from)))
  return (await Promise.all(counts)).reduce((total, count) => total + count, 0)
}

/** What became of the files that a publication concerned. */
export async function tally(id: string): Promise<Record<string, number>> {
  const rows = await Item.aggregate<{ _id: string; files: number }>([
    { $match: { 'course.publication.id': id } },
    { $group: { _id: '$course.publication.result', files: { $sum: 1 } } },
  ])
  return Object.fromEntries(rows.map(({ _id, files }) => [_id, files]))
}

async function finish({ _id }: PublicationRecord, absent: number): Promise<void> {
  const results = { ...(await tally(_id)), ...(absent > 0 && { absent }) }
  await Publication.updateOne({ _id, status: 'moving' }, { $set: { status: 'done', results } })
}
