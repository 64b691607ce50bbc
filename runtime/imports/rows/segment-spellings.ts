import type { Segment } from '@relance/sdk/facts'

/** How files name the segments. */
export const segmentSpellings: Readonly<Record<Segment, string>> = {
  tpe: 'très petite entreprise, micro, microentreprise, micro entreprise, very small business, vsb, artisan',
  pme: 'petite et moyenne entreprise, sme, small business, small and medium business',
  eti: 'entreprise de taille intermédiaire, mid cap, midcap, mid-size, mid size, mid market',
  'key-account':
    'grand compte, grands comptes, gc, ge, grande entreprise, key accounts, large, enterprise, multinationale, multinational',
}

const million = 1_000_000

/**
 * Usual segment by head count and yearly turnover in units of money (décret 2008-1354); the larger of the two decides and an
 * unknown one does not. Null when both are unknown.
 */
export function segmentBySize(size: { employees: number | null; turnover: number | null }): Segment | null {
  const { employees, turnover } = size
  if (employees === null && turnover === null) return null
  const within = (people: number, money: number) => (employees ?? 0) < people && (turnover ?? 0) <= money
  if (within(10, 2 * million)) return 'tpe'
  if (within(250, 50 * million)) return 'pme'
  return within(5_000, 1_500 * million) ? 'eti' : 'key-account'
}
