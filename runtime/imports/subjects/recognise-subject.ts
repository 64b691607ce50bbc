import { type Column, normaliseHeader, type Subject } from './column.ts'
import { contacts } from './contacts.ts'
import { debtors } from './debtors.ts'
import { items } from './items.ts'
import { payments } from './payments.ts'

export type SubjectName = Subject['name']

export const subjects: Readonly<Record<SubjectName, Subject>> = { items, payments, debtors, contacts }

export interface Recognition {
  readonly subject: Subject
  /** Field of each header, by position; null where none is known. */
  readonly fields: readonly (string | null)[]
  /** Needs that no header meets, each a choice of fields. */
  readonly missing: readonly (readonly string[])[]
}

/** Words in a file's name that settle what its headers leave open. */
const nameHints: Readonly<Record<SubjectName, RegExp>> = {
  items: /facture|piece|invoice|item|ledger|balance/,
  payments: /reglement|paiement|encaissement|payment|virement|receipt/,
  debtors: /client|tiers|debiteur|debtor|customer/,
  contacts: /contact|interlocuteur/,
}

/** The kind of file that most headers speak for: complete ones first, then by headers known, then by the file's name. */
export function recogniseSubject(
  headers: readonly string[],
  options: { fileName: string; wanted?: SubjectName },
): Recognition {
  const candidates = options.wanted ? [subjects[options.wanted]] : Object.values(subjects)
  const name = normaliseHeader(options.fileName)
  const ranked = candidates
    .map((subject) => recognise(headers, subject))
    .map((recognition) => ({ recognition, rank: rankOf(recognition, name) }))
    .sort((a, b) => compare(b.rank, a.rank))
  return ranked[0]!.recognition
}

function rankOf({ subject, fields, missing }: Recognition, fileName: string): readonly number[] {
  const known = fields.filter((field) => field !== null).length
  return [missing.length === 0 ? 1 : 0, known - missing.length, nameHints[subject.name].test(fileName) ? 1 : 0]
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, position) => value !== b[position])
  return index === -1 ? 0 : a[index]! - b[index]!
}

function recognise(headers: readonly string[], subject: Subject): Recognition {
  const spelled = headers.map(normaliseHeader)
  const fields: (string | null)[] = headers.map(() => null)
  for (const column of subject.columns) {
    const position = positionOf(column, spelled, fields)
    if (position !== -1) fields[position] = column.field
  }
  const missing = subject.needs.filter((choice) => !choice.some((field) => fields.includes(field)))
  return { subject, fields, missing }
}

function positionOf(column: Column, spelled: readonly string[], taken: readonly (string | null)[]): number {
  for (const header of column.headers) {
    const position = spelled.findIndex((text, index) => text === header && taken[index] === null)
    if (position !== -1) return position
  }
  return -1
}
