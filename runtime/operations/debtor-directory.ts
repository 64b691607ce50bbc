import type { Segment } from '@relance/sdk/facts'
import { Debtor } from '../models/debtor.ts'

export interface DirectoryEntry {
  readonly id: string
  readonly entity: string
  readonly segment: Segment
  readonly code: string
  readonly name: string
  /** Name, code and SIREN as {@link searchable} text. */
  readonly words: string
}

/** Names change rarely: the directory is read again after this long (ms). */
const freshness = 5_000
let directory: { readonly at: number; readonly entries: Promise<readonly DirectoryEntry[]> } | undefined

/** Lower case without accents, as people type. */
export function searchable(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

interface DebtorSearch {
  readonly search?: string
  readonly entity?: string
  readonly segment?: Segment
}

/** The debtors whose name, code or SIREN holds every word typed. */
export async function findDebtors({ search = '', entity, segment }: DebtorSearch): Promise<DirectoryEntry[]> {
  const tokens = searchable(search).split(/\s+/).filter(Boolean)
  return (await entries()).filter(
    (entry) =>
      (!entity || entry.entity === entity) &&
      (!segment || entry.segment === segment) &&
      tokens.every((token) => entry.words.includes(token)),
  )
}

/** Forgets the directory, after an import. */
export function forgetDirectory(): void {
  directory = undefined
}

function entries(): Promise<readonly DirectoryEntry[]> {
  if (directory === undefined || Date.now() - directory.at > freshness) {
    directory = { at: Date.now(), entries: readEntries() }
    directory.entries.catch(forgetDirectory)
  }
  return directory.entries
}

async function readEntries(): Promise<readonly DirectoryEntry[]> {
  const debtors = await Debtor.find({}, { entity: 1, segment: 1, code: 1, name: 1, siren: 1 }).lean()
  return debtors.map(({ _id, entity, segment, code, name, siren }) => ({
    id: _id,
    entity,
    segment,
    code,
    name,
    words: searchable(`${name} ${code} ${siren}`),
  }))
}
