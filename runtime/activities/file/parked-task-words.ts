import type { Words } from '@relance/sdk/words'

/** Words of the task that a file without a step opens. */
export const parkedTaskWords = {
  title: {
    fr: "L'étape « {label} » n'existe plus : dire où va ce dossier",
    en: 'The step “{label}” no longer exists: say where this file goes',
  },
  outcomes: [
    { port: 'retry', words: { fr: "poursuivre sous l'ancienne version", en: 'go on under the old version' } },
    {
      port: 'skip',
      words: { fr: "passer l'étape, sous l'ancienne version", en: 'skip the step, under the old version' },
    },
  ] satisfies { readonly port: 'retry' | 'skip'; readonly words: Words }[],
}
