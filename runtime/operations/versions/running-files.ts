import { Item } from '../../models/item.ts'
import { ScenarioVersion } from '../../models/scenario-version.ts'

/** Which files are meant, as the database is asked. */
export type Files = Readonly<Record<string, unknown>>

/** Files of a scenario that are under way, whatever their version. */
export const running = (scenario: string) => ({
  'course.scenario': scenario,
  'course.status': { $ne: 'ended' as const },
})

export interface Standing {
  readonly hash: string
  readonly node: string
  readonly files: number
  readonly waiting: number
  readonly parked: number
}

/** How many of these files stand on each step of each version. */
export async function standings(files: Files): Promise<Standing[]> {
  const one = (status: string) => ({ $cond: [{ $eq: ['$course.status', status] }, 1, 0] })
  const rows = await Item.aggregate<{ _id: { hash: string; node: string | null } } & Omit<Standing, 'hash' | 'node'>>([
    { $match: files },
    {
      $group: {
        _id: { hash: '$course.hash', node: '$course.node' },
        files: { $sum: 1 },
        confirmation: { $sum: one('waiting-confirmation') },
        person: { $sum: one('waiting-person') },
        parked: { $sum: one('parked') },
      },
    },
  ])
  return rows.flatMap(({ _id, files, parked, ...counts }) => {
    const { confirmation, person } = counts as unknown as Record<'confirmation' | 'person', number>
    return _id.node === null ? [] : [{ hash: _id.hash, node: _id.node, files, waiting: confirmation + person, parked }]
  })
}

/** Files by version. */
export async function filesByVersion(scenario: string): Promise<Map<string, number>> {
  const rows = await Item.aggregate<{ _id: string; files: number }>([
    { $match: running(scenario) },
    { $group: { _id: '$course.hash', files: { $sum: 1 } } },
  ])
  return new Map(rows.map(({ _id, files }) => [_id, files]))
}

/** The number that a drawing has or would get. */
export async function versionNumberOf(scenario: string, hash: string): Promise<number> {
  const known = await ScenarioVersion.findById(hash, { version: 1 }).lean()
  if (known) return known.version
  const [latest] = await ScenarioVersion.find({ scenario }, { version: 1 }).sort({ version: -1 }).limit(1).lean()
  return (latest?.version ?? 0) + 1
}
