import { type Meaning, meanings, palettes } from './palettes.ts'

export type Scheme = 'light' | 'dark'

/** Grounds on which text is set. */
export const grounds = {
  light: { page: '#fcfcfd', surface: '#ffffff', sunken: palettes.gray[1], line: palettes.gray[2] },
  dark: { page: palettes.dark[8], surface: palettes.dark[7], sunken: palettes.dark[6], line: palettes.dark[5] },
} as const satisfies Record<Scheme, Record<string, string>>

export const inks = {
  light: { text: palettes.gray[9], dimmed: '#5d6064' },
  dark: { text: palettes.dark[0], dimmed: palettes.dark[2] },
} as const satisfies Record<Scheme, Record<string, string>>

/** `text` reads at AA on `soft` and on every ground; `solid` carries white text. */
export interface MeaningTokens {
  readonly text: string
  readonly soft: string
  readonly line: string
  readonly solid: string
}

/** Blends two #rrggbb colours; `share` of the first, 0 to 1. */
export function blend(first: string, second: string, share: number): string {
  const channel = (at: number) => {
    const [a, b] = [first, second].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number]
    return Math.round(a * share + b * (1 - share))
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}

export function meaningTokens(meaning: Meaning, scheme: Scheme): MeaningTokens {
  const shades = palettes[meaning]
  if (scheme === 'light') return { text: shades[8], soft: shades[1], line: shades[3], solid: shades[7] }
  return {
    text: shades[3],
    soft: blend(shades[9], grounds.dark.surface, 0.45),
    line: blend(shades[7], grounds.dark.surface, 0.6),
    solid: shades[7],
  }
}

/** The CSS variables of one scheme, `--relance-…`. */
export function schemeVariables(scheme: Scheme): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [name, colour] of Object.entries(grounds[scheme])) variables[`--relance-${name}`] = colour
  for (const meaning of meanings) {
    for (const [role, colour] of Object.entries(meaningTokens(meaning, scheme))) {
      variables[`--relance-${meaning}-${role}`] = colour
    }
  }
  return variables
}
