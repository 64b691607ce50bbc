import type { BodyOf } from '@relance/runtime/contract/routes'
import { useWords } from '../i18n/words.ts'
import { commonWords } from '../words/common.ts'

export type DisputeReason = BodyOf<'openDispute'>['reason']

const reasons: Readonly<Record<DisputeReason, true>> = {
  price: true,
  quality: true,
  delivery: true,
  'missing-invoice': true,
  'missing-order': true,
  other: true,
}

/** The reasons of a dispute as choices of a list. */
export function useDisputeReasons(): { value: DisputeReason; label: string }[] {
  const say = useWords(commonWords)
  return (Object.keys(reasons) as DisputeReason[]).map((value) => ({ value, label: say(`reason.${value}`) }))
}
