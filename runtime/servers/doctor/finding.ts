import type { Words } from '@relance/sdk/words'

/** One thing that the doctor looked at. */
export interface Finding {
  readonly name: string
  /** `missing` stops `npm start`; `later` is fetched at the next start. */
  readonly state: 'ok' | 'later' | 'missing'
  readonly version: string
  /** File, folder or address. */
  readonly where: string
  readonly cure?: Words
}

export function found(name: string, version: string, where: string): Finding {
  return { name, state: 'ok', version, where }
}

export function later(name: string, cure: Words): Finding {
  return { name, state: 'later', version: '', where: '', cure }
}

export function missing(name: string, cure: Words, where = ''): Finding {
  return { name, state: 'missing', version: '', where, cure }
}
