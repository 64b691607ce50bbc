import { frenchTerritoryOf } from '../../domain/calendar/french-territory.ts'

/** Country codes (ISO 3166-1) with the names that files write and the usual zone; that of the French overseas is the calendar's. */
const known: Readonly<Record<string, { readonly names: string; readonly zone?: string; readonly french?: true }>> = {
  FR: { names: 'france, fra', zone: 'Europe/Paris', french: true },
  BE: { names: 'belgique, belgium, bel', zone: 'Europe/Brussels', french: true },
  CH: { names: 'suisse, switzerland, che', zone: 'Europe/Zurich', french: true },
  LU: { names: 'luxembourg, lux', zone: 'Europe/Luxembourg', french: true },
  MC: { names: 'monaco, mco', zone: 'Europe/Monaco', french: true },
  DE: { names: 'allemagne, germany, deutschland, deu', zone: 'Europe/Berlin' },
  AT: { names: 'autriche, austria, aut', zone: 'Europe/Vienna' },
  ES: { names: 'espagne, spain, esp', zone: 'Europe/Madrid' },
  PT: { names: 'portugal, prt', zone: 'Europe/Lisbon' },
  IT: { names: 'italie, italy, ita', zone: 'Europe/Rome' },
  NL: { names: 'pays bas, netherlands, nld', zone: 'Europe/Amsterdam' },
  GB: { names: 'royaume uni, united kingdom, uk, great britain, gbr', zone: 'Europe/London' },
  IE: { names: 'irlande, ireland, irl', zone: 'Europe/Dublin' },
  DK: { names: 'danemark, denmark, dnk', zone: 'Europe/Copenhagen' },
  SE: { names: 'suede, sweden, swe', zone: 'Europe/Stockholm' },
  NO: { names: 'norvege, norway, nor', zone: 'Europe/Oslo' },
  FI: { names: 'finlande, finland, fin', zone: 'Europe/Helsinki' },
  PL: { names: 'pologne, poland, pol', zone: 'Europe/Warsaw' },
  CZ: { names: 'tchequie, republique tcheque, czechia, czech republic, cze', zone: 'Europe/Prague' },
  RO: { names: 'roumanie, romania, rou', zone: 'Europe/Bucharest' },
  GR: { names: 'grece, greece, grc', zone: 'Europe/Athens' },
  MA: { names: 'maroc, morocco, mar', zone: 'Africa/Casablanca', french: true },
  DZ: { names: 'algerie, algeria, dza', zone: 'Africa/Algiers', french: true },
  TN: { names: 'tunisie, tunisia, tun', zone: 'Africa/Tunis', french: true },
  SN: { names: 'senegal, sen', zone: 'Africa/Dakar', french: true },
  CI: { names: 'cote d ivoire, ivory coast, civ', zone: 'Africa/Abidjan', french: true },
  GP: { names: 'guadeloupe, glp' },
  MQ: { names: 'martinique, mtq' },
  GF: { names: 'guyane, french guiana, guf' },
  RE: { names: 'la reunion, reunion, reu' },
  YT: { names: 'mayotte, myt' },
  PM: { names: 'saint pierre et miquelon, spm' },
  BL: { names: 'saint barthelemy, blm' },
  MF: { names: 'saint martin, maf' },
  WF: { names: 'wallis et futuna, wlf' },
  PF: { names: 'polynesie francaise, polynesie, french polynesia, pyf' },
  NC: { names: 'nouvelle caledonie, new caledonia, ncl' },
  US: { names: 'etats unis, united states, usa', zone: 'America/New_York' },
  CA: { names: 'canada, can', zone: 'America/Toronto' },
  JP: { names: 'japon, japan, jpn', zone: 'Asia/Tokyo' },
  CN: { names: 'chine, china, chn', zone: 'Asia/Shanghai' },
}

const byName = new Map(
  Object.entries(known).flatMap(([code, { names }]) => names.split(', ').map((name) => [name, code] as const)),
)

/** Two-letter code of a country by code or French or English name, already normalised; null when unknown. */
export function countryCode(text: string): string | null {
  if (/^[a-z]{2}$/.test(text)) return text === 'uk' ? 'GB' : text.toUpperCase()
  return byName.get(text) ?? null
}

/** Zone and language in which a company at an address is usually addressed; the French overseas by postal code too. */
export function usualHabits(place: { country: string; postalCode: string }): { zone: string; language: 'fr' | 'en' } {
  const country = known[place.country]
  const territory = frenchTerritoryOf(place)
  const zone = territory?.zone ?? country?.zone ?? 'Europe/Paris'
  return { zone, language: territory || country?.french ? 'fr' : 'en' }
}
