import type { WhatIf } from '@relance/runtime/machine/what-if'

/** What a customer may do, as people choose it; the days are filled in beside. */
export const behaviours = ['never-answers', 'pays', 'disputes', 'keeps', 'breaks'] as const
export type Behaviour = (typeof behaviours)[number]

export const usualWhatIf: Readonly<Record<Behaviour, WhatIf>> = {
  'never-answers': { type: 'never-answers' },
  pays: { type: 'pays', daysLate: 12 },
  disputes: { type: 'disputes', day: 20, lasts: 15 },
  keeps: { type: 'promises', day: 10, within: 15, kept: true },
  breaks: { type: 'promises', day: 10, within: 15, kept: false },
}

export function behaviourOf(whatIf: WhatIf): Behaviour {
  if (whatIf.type !== 'promises') return whatIf.type
  return whatIf.kept ? 'keeps' : 'breaks'
}

/** One number of days that belongs to a behaviour. */
export interface DaysField {
  readonly name: 'daysLate' | 'day' | 'lasts' | 'within'
  readonly value: number
  readonly least: number
  readonly most: number
}

const far = { least: -60, most: 365 }
const length = { least: 1, most: 365 }

/** The days to fill in, in the order in which they are said. Days count from the due date. */
export function daysOf(whatIf: WhatIf): DaysField[] {
  switch (whatIf.type) {
    case 'never-answers':
      return []
    case 'pays':
      return [{ name: 'daysLate', value: whatIf.daysLate, ...far }]
    case 'disputes':
      return [
        { name: 'day', value: whatIf.day, ...far },
        { name: 'lasts', value: whatIf.lasts ?? 0, least: 0, most: 365 },
      ]
    case 'promises':
      return [
        { name: 'day', value: whatIf.day, ...far },
        { name: 'within', value: whatIf.within, ...length },
      ]
  }
}

/** The same behaviour on other days. A dispute of no days is never resolved. */
export function withDays(whatIf: WhatIf, { name, value }: Pick<DaysField, 'name' | 'value'>): WhatIf {
  if (name === 'lasts' && whatIf.type === 'disputes') {
    return value > 0 ? { ...whatIf, lasts: value } : { type: 'disputes', day: whatIf.day }
  }
  return { ...whatIf, [name]: value } as WhatIf
}
