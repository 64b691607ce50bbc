import type { Words } from '@relance/sdk/words'

/** Words of the task of declaring claims. */
export const declarationWords = {
  title: {
    fr: 'Déclarer la créance au mandataire judiciaire',
    en: 'Declare the claim to the insolvency administrator',
  },
  outcomes: [
    { port: 'declared', words: { fr: 'créance déclarée', en: 'claim declared' } },
    { port: 'renounced', words: { fr: 'créance non déclarée, on y renonce', en: 'not declared, given up' } },
  ] satisfies { port: 'declared' | 'renounced'; words: Words }[],
} as const
