import type { Draw } from './draw.ts'
import type { EntityCode } from './entities.ts'
import { brands, foreignCompanies, surnames, trades } from './names.ts'
import { abroad, streets, towns } from './places.ts'

export type Segment = 'tpe' | 'pme' | 'eti' | 'key-account'

/** How a customer pays: days after the due date in the middle, and how much that varies. */
interface Habit {
  readonly late: number
  readonly spread: number
}

export interface LedgerDebtor {
  readonly entity: EntityCode
  readonly code: string
  readonly name: string
  readonly siren: string
  readonly segment: Segment
  readonly country: string
  readonly language: 'fr' | 'en'
  readonly street: string
  readonly postalCode: string
  readonly city: string
  /** First digits of its phone numbers, in a range kept for fiction. */
  readonly dialling: string
  readonly domain: string
  readonly salesperson: string
  readonly terms: { readonly days: number; readonly endOfMonth: boolean }
  readonly habit: Habit
}

const sizes: Readonly<Record<EntityCode, Readonly<Record<Segment, number>>>> = {
  AMC: { tpe: 55, pme: 100, eti: 38, 'key-account': 13 },
  SVR: { tpe: 72, pme: 42, eti: 12, 'key-account': 5 },
}
const salespeople: Readonly<Record<EntityCode, readonly string[]>> = {
  AMC: ['Paul Derennes', 'Anaïs Courtillon', 'Victor Malzieu'],
  SVR: ['Gwenaëlle Prigent', 'Damien Foulquier'],
}

/** Customers of one company: four segments, one in nine of the larger ones abroad. */
export function drawDebtors(entity: EntityCode, { draw, taken }: { draw: Draw; taken: Set<string> }): LedgerDebtor[] {
  const segments = Object.entries(sizes[entity]) as [Segment, number][]
  let number = entity === 'AMC' ? 1_000 : 5_000
  return segments.flatMap(([segment, count]) =>
    Array.from({ length: count }, () => {
      number += draw.whole(1, 7)
      return drawDebtor({ entity, segment, code: `C${number}` }, { draw, taken })
    }),
  )
}

function drawDebtor(
  known: { entity: EntityCode; segment: Segment; code: string },
  { draw, taken }: { draw: Draw; taken: Set<string> },
): LedgerDebtor {
  const foreign = known.segment !== 'tpe' && draw.chance(1 / 9)
  const place = foreign ? placeAbroad(draw) : placeInFrance(draw)
  const name = drawName(known.segment, { draw, taken, country: place.country })
  return {
    ...known,
    ...place,
    name,
    siren: foreign ? '' : inventedSiren(draw),
    domain: `${slug(name)}.${draw.chance(0.8) ? 'example' : 'test'}`,
    salesperson: draw.one(salespeople[known.entity]),
    terms: drawTerms(known.segment, draw),
    habit: drawHabit(known.segment, draw),
  }
}

function drawName(
  segment: Segment,
  { draw, taken, country }: { draw: Draw; taken: Set<string>; country: string },
): string {
  for (;;) {
    const form = foreignForms[country]
    const name = form ? `${draw.one(foreignCompanies)} ${draw.one(form)}` : frenchName(segment, draw)
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

/** Legal forms of companies abroad. */
const foreignForms: Readonly<Record<string, readonly string[]>> = {
  GB: ['Ltd', 'Group Ltd', 'Holdings Ltd'],
  IE: ['Ltd', '(Ireland) Ltd'],
  NL: ['B.V.', 'Benelux B.V.'],
  DE: ['GmbH', 'Deutschland GmbH'],
  BE: ['SRL', 'Benelux SRL'],
  CH: ['SA', 'Suisse SA'],
}

function frenchName(segment: Segment, draw: Draw): string {
  const person = draw.one(surnames)
  const brand = draw.one(brands)
  switch (segment) {
    case 'tpe':
      return draw.chance(0.8) ? `${draw.one(trades.tpe)} ${person}` : `${person} & ${draw.one(surnames)}`
    case 'pme':
      return draw.one([
        `${draw.one(trades.pme)} ${person}`,
        `${draw.one(trades.pme)} ${person}`,
        `${person} & Fils`,
        `${brand} SAS`,
      ])
    case 'eti':
      return `${brand} ${draw.one(trades.eti)}`
    case 'key-account':
      return draw.one([`${draw.one(trades['key-account'])} ${brand}`, `${brand} France`])
  }
}

function placeInFrance(draw: Draw) {
  const [postalCode, city, dialling] = draw.one(towns)
  const street = `${draw.whole(1, 140)} ${draw.one(streets)}`
  return { country: 'FR', language: 'fr' as const, postalCode, city, street, dialling }
}

function placeAbroad(draw: Draw) {
  const [country, language, postalCode, city, street] = draw.one(abroad)
  return { country, language, postalCode, city, street: `${draw.whole(1, 90)} ${street}`, dialling: '+44 20 7946' }
}

/** Nine digits that fail the check of a real SIREN, so that no company can be meant. */
function inventedSiren(draw: Draw): string {
  const digits = Array.from({ length: 8 }, (_, index) => (index === 0 ? draw.whole(3, 9) : draw.whole(0, 9)))
  const doubled = digits.map((digit, index) => (index % 2 === 1 ? (digit * 2 > 9 ? digit * 2 - 9 : digit * 2) : digit))
  const check = (10 - (doubled.reduce((sum, digit) => sum + digit, 0) % 10)) % 10
  return [...digits, (check + draw.whole(1, 9)) % 10].join('')
}

function drawTerms(segment: Segment, draw: Draw): LedgerDebtor['terms'] {
  if (segment === 'tpe') return { days: 30, endOfMonth: false }
  if (segment === 'pme')
    return draw.one([
      { days: 30, endOfMonth: false },
      { days: 45, endOfMonth: false },
      { days: 30, endOfMonth: true },
    ])
  return draw.one([
    { days: 45, endOfMonth: false },
    { days: 30, endOfMonth: true },
    { days: 60, endOfMonth: false },
  ])
}

/** Most pay within days of the date, some let weeks pass, a few months. */
function drawHabit(segment: Segment, draw: Draw): Habit {
  const place = draw.fraction()
  const small = segment === 'tpe' ? 4 : 0
  if (place < 0.52) return { late: draw.whole(-4, 3), spread: 4 }
  if (place < 0.83) return { late: draw.whole(6, 18) + small, spread: 8 }
  return place < 0.95 ? { late: draw.whole(24, 48) + small, spread: 16 } : { late: draw.whole(65, 110), spread: 30 }
}

/** A name as it stands in an address. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
