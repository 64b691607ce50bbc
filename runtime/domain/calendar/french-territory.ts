/** A day of every year: `MM-DD`, or a number of days after Easter Sunday. */
export type YearlyDay = string | number

/** A part of France with clocks or holidays of its own. */
export interface FrenchTerritory {
  /** ISO 3166-1 code under which an address may name it; null where it is simply France. */
  readonly country: string | null
  /** Beginnings of its postal codes. */
  readonly postalCodes: readonly string[]
  /** IANA zone. */
  readonly zone: string
  /** Holidays beside the eleven of C. trav. L3133-1. */
  readonly holidays: readonly YearlyDay[]
}

const paris = 'Europe/Paris'
const goodFriday = -2

const mainland: FrenchTerritory = { country: 'FR', postalCodes: [], zone: paris, holidays: [] }

/**
 * Alsace-Moselle has Good Friday and 26 December (C. trav. L3134-13); overseas, the day that commemorates the abolition of
 * slavery (C. trav. L3422-2). The three of the Pacific have labour codes and holidays of their own, which `holidaysOf` knows.
 */
const territories: readonly FrenchTerritory[] = [
  { country: null, postalCodes: ['57', '67', '68'], zone: paris, holidays: [goodFriday, '12-26'] },
  { country: 'BL', postalCodes: ['97133', '977'], zone: 'America/St_Barthelemy', holidays: ['10-09'] },
  { country: 'MF', postalCodes: ['97150', '978'], zone: 'America/Marigot', holidays: ['05-27'] },
  { country: 'GP', postalCodes: ['971'], zone: 'America/Guadeloupe', holidays: ['05-27'] },
  { country: 'MQ', postalCodes: ['972'], zone: 'America/Martinique', holidays: ['05-22'] },
  { country: 'GF', postalCodes: ['973'], zone: 'America/Cayenne', holidays: ['06-10'] },
  { country: 'RE', postalCodes: ['974'], zone: 'Indian/Reunion', holidays: ['12-20'] },
  { country: 'PM', postalCodes: ['975'], zone: 'America/Miquelon', holidays: [] },
  { country: 'YT', postalCodes: ['976'], zone: 'Indian/Mayotte', holidays: ['04-27'] },
  { country: 'WF', postalCodes: ['986'], zone: 'Pacific/Wallis', holidays: [] },
  { country: 'PF', postalCodes: ['987'], zone: 'Pacific/Tahiti', holidays: [] },
  { country: 'NC', postalCodes: ['988'], zone: 'Pacific/Noumea', holidays: [] },
]

/**
 * Where in France an address is, told by its country or, under `FR`, by its postal code, however spaced. Undefined for an
 * address elsewhere.
 */
export function frenchTerritoryOf({
  country,
  postalCode = '',
}: {
  readonly country: string
  readonly postalCode?: string
}): FrenchTerritory | undefined {
  if (country !== 'FR') return territories.find((territory) => territory.country === country)
  const digits = postalCode.replace(/\D/g, '')
  if (digits.length !== 5) return mainland
  return territories.find(({ postalCodes }) => postalCodes.some((prefix) => digits.startsWith(prefix))) ?? mainland
}
