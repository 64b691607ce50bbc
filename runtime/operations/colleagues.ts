import type { z } from 'zod'
import type { colleagueListSchema } from '../contract/comments.ts'
import { Debtor } from '../models/debtor.ts'
import { Token } from '../models/token.ts'

/** Everybody whom a comment can name, by name. */
export async function listColleagues(): Promise<z.output<typeof colleagueListSchema>> {
  const names = await colleagueNames()
  return { items: names.map((name) => ({ name })) }
}

/** Names of those who hold an access token, collect or sell, in the order of the alphabet. */
export async function colleagueNames(): Promise<string[]> {
  const [tokens, collectors, sellers] = await Promise.all([
    Token.find({ openedBy: null, revokedAt: null }, { name: 1 }).lean(),
    Debtor.aggregate<{ _id: string }>([{ $group: { _id: '$collector' } }]),
    Debtor.aggregate<{ _id: string }>([{ $group: { _id: '$salesperson' } }]),
  ])
  const names = [...tokens.map(({ name }) => name), ...[...collectors, ...sellers].map(({ _id }) => _id)]
  return [...new Set(names)].filter(Boolean).sort((left, right) => left.localeCompare(right, 'fr'))
}
