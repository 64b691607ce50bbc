import type { Comparison } from '@relance/sdk/condition'
import { type FactName, factDefinitions } from '@relance/sdk/facts'
import type { Locale } from '@relance/sdk/words'
import { formatAmount } from '../format/amount.ts'
import { formatDate } from '../format/date.ts'
import { typeset } from '../i18n/typeset.ts'

export interface Test {
  readonly fact: FactName
  readonly is: Comparison
  readonly value: string | number
}

export interface Branch {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly match: 'all' | 'any'
  readonly tests: readonly Test[]
}

const verbs: Record<Locale, Record<Comparison, string>> = {
  fr: { '=': 'est', '≠': "n'est pas", '<': 'est inférieur à', '≤': 'ne dépasse pas', '>': 'dépasse', '≥': 'atteint' },
  en: { '=': 'is', '≠': 'is not', '<': 'is under', '≤': 'is at most', '>': 'exceeds', '≥': 'reaches' },
}
const joins: Record<Locale, Record<Branch['match'], string>> = {
  fr: { all: 'et', any: 'ou' },
  en: { all: 'and', any: 'or' },
}

/** A way of a decision read back: « si le solde du compte dépasse 5 000 € et le retard 30 jours ». */
export function branchSentence({ match, tests }: Branch, { locale }: { locale: Locale }): string {
  const parts = tests.map((test, at) => {
    const { words } = factDefinitions[test.fact] ?? { words: { fr: test.fact, en: test.fact } }
    // The verb is said once while it stays the same, as people do.
    const verb = tests[at - 1]?.is === test.is ? '' : `${verbs[locale][test.is]} `
    return `${words[locale]} ${verb}${sayValue(test, locale)}`
  })
  return typeset(`${locale === 'fr' ? 'si' : 'if'} ${parts.join(` ${joins[locale][match]} `)}`, locale)
}

function sayValue({ fact, value }: Test, locale: Locale): string {
  const { type, choices } = factDefinitions[fact] ?? { type: 'text' }
  if (type === 'amount') {
    return formatAmount(Number(value), { currency: 'EUR', locale, whole: Number(value) % 100 === 0 })
  }
  if (type === 'days') return dayCount(Number(value), locale)
  if (type === 'choice') return choices?.find((choice) => choice.value === value)?.words[locale] ?? String(value)
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(String(value)) ? formatDate(String(value), locale) : '…'
  return value === '' ? '…' : String(value)
}

function dayCount(days: number, locale: Locale): string {
  const many = Math.abs(days) > 1
  if (locale === 'fr') return `${days} ${many ? 'jours' : 'jour'}`
  return `${days} ${many ? 'days' : 'day'}`
}
