import type { Restraint } from '@relance/runtime/contract/restraints'
import { useWords } from '../i18n/words.ts'
import { restraintsWords } from '../words/restraints.ts'
import { useSegmentChoices } from './states.tsx'

/** What is held or excluded, in one line. */
export function useSayRestraint(): (restraint: Pick<Restraint, 'kind' | 'scope' | 'label'>) => string {
  const say = useWords(restraintsWords)
  const segments = useSegmentChoices()
  return ({ kind, scope, label }) => {
    const name = scope === 'segment' ? (segments.find(({ value }) => value === label)?.label ?? label) : label
    if (kind === 'hold') return say(`hold.${scope}`, { label: name })
    return scope === 'contact' || scope === 'invoice'
      ? say(`exclusion.${scope}`, { label: name })
      : say('exclusion.debtor')
  }
}
