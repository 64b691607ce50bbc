import type { Locale } from '@relance/sdk/words'
import { formatNumber } from './amount.ts'

/** Hundredths of a percent as a rate: « 12,15 % », "12.15%". */
export function formatPercent(hundredths: number, locale: Locale): string {
  const number = formatNumber(hundredths / 100, { locale, digits: 2 })
  return locale === 'fr' ? `${number}\u202f%` : `${number}%`
}

/** `2,15`, `2.15 %` → 215; null for nothing typed, undefined for what is no rate under 1 000 %. */
export function parsePercent(text: string): number | null | undefined {
  const bare = text.replace(/[\s\u00a0\u202f%]/g, '')
  if (bare === '') return null
  const match = /^(\d{1,3})(?:[.,](\d{0,2}))?$/.exec(bare)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}
