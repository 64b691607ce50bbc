import type { Restraint } from '@relance/runtime/contract/restraints'
import { useWords } from '../i18n/words.ts'
import { restraintsWords } from '../words/restraints.ts'
import { useSegmentChoices } from './states.tsx'
import { useFormat } from './use-format.ts'

/** What is held or excluded, in one line. */
export function useSayRestraint(): (restraint: Pick<Restraint, 'kind' | 'scope' | 'label' | 'issuedUntil'>) => string {
  const say = useWords(restraintsWords)
  const format = useFormat()
  const segments = useSegmentChoices()
  return ({ kind, scope, label, issuedUntil }) => {
    const name = scope === 'segment' ? (segments.find(({ value }) => value === label)?.label ?? label) : label
    if (kind === 'hold')
      return say(`hold.${scope}`, { label: name, date: issuedUntil === null ? '' : format.date(issuedUntil) })
    return scope === 'contact' || scope === 'invoice'
      ? say(`exclusion.${scope}`, { label: name })
      : say('exclusion.debtor')
  }
}
