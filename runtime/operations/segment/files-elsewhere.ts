import { Debtor } from '../../models/debtor.ts'
import { currentVersions } from '../enrol-files.ts'
import { RefusedError } from '../refused-error.ts'
import { findVersions, type PublishedVersion } from '../versions/read-versions.ts'
import { type Standing, standings } from '../versions/running-files.ts'

export interface FilesElsewhere {
  /** In force for the customer's segment; null while nothing is. */
  readonly to: PublishedVersion | null
  /** Where the customer's files stand that follow another scenario. */
  readonly rows: readonly { readonly standing: Standing; readonly from: PublishedVersion }[]
}

/** Files of a customer that are under way. */
export const runningOf = (debtor: string) => ({ debtor, 'course.status': { $ne: 'ended' as const } })

/** Where the files of a customer stand that follow another scenario than that of its segment; refused as `not-found`. */
export async function filesElsewhere(id: string): Promise<FilesElsewhere> {
  const debtor = await Debtor.findById(id, { segment: 1 }).lean()
  if (!debtor) throw new RefusedError('not-found', { values: { id } })
  const hash = (await currentVersions()).get(debtor.segment)
  const stands = await standings({ ...runningOf(id), course: { $ne: null } })
  const versions = await findVersions([
    ...new Set([...stands.map((standing) => standing.hash), ...(hash ? [hash] : [])]),
  ])
  const to = versions.find((version) => version.hash === hash) ?? null
  const rows = stands.flatMap((standing) => {
    const from = versions.find((version) => version.hash === standing.hash)
    return to && from && from.document.id !== to.document.id ? [{ standing, from }] : []
  })
  return { to, rows }
}
