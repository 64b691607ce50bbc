import { describe, expect, test } from 'vitest'
import { meanings } from './palettes.ts'
import { grounds, inks, meaningTokens, type Scheme } from './tokens.ts'

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(first: string, second: string): number {
  const [high, low] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

describe.each<Scheme>(['light', 'dark'])('the %s theme', (scheme) => {
  const { line: _, ...surfaces } = grounds[scheme]

  test.each(Object.entries(surfaces))('sets ordinary and secondary text on the %s at AA', (_name, ground) => {
    expect(contrast(inks[scheme].text, ground)).toBeGreaterThanOrEqual(7)
    expect(contrast(inks[scheme].dimmed, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(meanings)('lets the colour that says %s be read on its own tint and on every ground', (meaning) => {
    const { text, soft } = meaningTokens(meaning, scheme)
    for (const ground of [soft, ...Object.values(surfaces)]) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(meanings)('prints white on the full colour that says %s', (meaning) => {
    expect(contrast('#ffffff', meaningTokens(meaning, scheme).solid)).toBeGreaterThanOrEqual(4.5)
  })
})
