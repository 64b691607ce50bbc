import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { SegmentMove, segmentMovedSchema } from '../../contract/segment.ts'
import { Debtor } from '../../models/debtor.ts'
import { insertOnce } from '../../models/duplicate-key.ts'
import { Event } from '../../models/event.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import { writeEntry } from '../event-entry.ts'
import type { Operator } from '../ports.ts'
import { RefusedError } from '../refused-error.ts'
import { type Departure, planMoves } from '../versions/plan-moves.ts'
import type { PublishedVersion } from '../versions/read-versions.ts'
import { filesElsewhere, runningOf } from './files-elsewhere.ts'

/**
 * Sends files of a customer to the scenario of its segment, each to the step chosen for the one where it stands; what nothing is
 * said of stays. Nothing is sent again: acts that were done are passed over. When the engine does not answer it is refused as
 * `unavailable`: files that were told have gone, the others still stand where they stood, and it may be asked again.
 */
export async function moveSegmentFiles(
  id: string,
  { choices }: SegmentMove,
  operator: Operator,
): Promise<z.output<typeof segmentMovedSchema>> {
  const { to } = await filesElsewhere(id)
  if (!to) throw new RefusedError('never-published')
  const departures: Departure[] = []
  for (const scenario of new Set(choices.map((choice) => choice.scenario))) {
    const own = choices.filter((choice) => choice.scenario === scenario)
    departures.push(...(await planMoves(scenario, { choices: own, to: to.compiled })))
  }
  let told = 0
  for (const departure of departures) told += await tell(departure, { debtor: id, to }, operator)
  if (told > 0) await log(id, { to, told }, operator)
  return { told }
}

interface Journey {
  readonly debtor: string
  readonly to: PublishedVersion
}

async function tell({ from, moves }: Departure, { debtor, to }: Journey, operator: Operator): Promise<number> {
  const { ports, author } = operator
  const standing = { ...runningOf(debtor), 'course.hash': from, 'course.node': { $in: Object.keys(moves) } }
  let told = 0
  for (const item of await Item.find(standing, { entity: 1, debtor: 1, course: 1 }).lean<ItemDocument[]>()) {
    const event = `segment:${randomUUID()}`
    const signal = { event, rank: null, from, to: to.hash, moves }
    const answer = await ports.files.migrate(item._id, signal).catch((error) => {
      ports.warn({ err: error, item: item._id }, 'a file could not be told of its new scenario')
      throw new RefusedError('unavailable')
    })
    if (answer === 'absent') continue
    const values = { scenario: to.document.name }
    await writeEntry({ id: event, at: ports.now(), kind: 'scenario-chosen', author, values }, item)
    told += 1
  }
  return told
}

/** The customer's history says who sent how many files where. */
async function log(
  debtor: string,
  { to, told }: { to: PublishedVersion; told: number },
  { ports, author }: Operator,
): Promise<void> {
  const { entity } = (await Debtor.findById(debtor, { entity: 1 }).lean())!
  const said = { kind: 'files-sent', author, entity, debtor, values: { scenario: to.document.name, files: told } }
  await insertOnce(() => Event.create({ _id: `segment:${randomUUID()}`, at: ports.now(), ...said }))
}
