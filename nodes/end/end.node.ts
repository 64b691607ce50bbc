import { defineNode } from '@relance/sdk/define-node'
import type { Words } from '@relance/sdk/words'
import { z } from 'zod'

const reasons = ['handled', 'exhausted', 'litigation', 'write-off', 'settled'] as const

const reasonWords: Record<(typeof reasons)[number], Words> = {
  handled: { fr: 'Suivi repris à la main', en: 'Handled by hand' },
  exhausted: { fr: 'Relances épuisées', en: 'Reminders exhausted' },
  litigation: { fr: 'Passage au contentieux', en: 'Handed over to litigation' },
  'write-off': { fr: 'Passage en perte', en: 'Written off' },
  settled: { fr: 'Dossier soldé', en: 'Settled' },
}

const settings = z.strictObject({
  reason: z
    .enum(reasons)
    .default('handled')
    .meta({
      words: { fr: 'Motif', en: 'Reason' },
      widget: 'choice',
      choices: reasons.map((value) => ({ value, words: reasonWords[value] })),
    }),
  closes: z
    .boolean()
    .default(false)
    .meta({
      words: { fr: 'Clôt le dossier', en: 'Closes the file' },
      help: {
        fr: 'Sinon, les relances cessent mais le règlement reste attendu, et le remerciement partira.',
        en: 'Otherwise reminders stop, but the payment is still awaited and thanked for.',
      },
    }),
})

/** Ends the course, with the reason that reports will show. */
export const endNode = defineNode({
  shape: 'end',
  kind: 'end',
  version: 1,
  group: 'end',
  words: {
    name: { fr: 'Fin', en: 'End' },
    description: {
      fr: 'Soldé, repris à la main, contentieux, perte…',
      en: 'Settled, handled by hand, litigation, write-off…',
    },
    sentence: ({ reason, closes }) => ({
      fr: closes ? `${reasonWords[reason].fr}, dossier clos` : reasonWords[reason].fr,
      en: closes ? `${reasonWords[reason].en}, file closed` : reasonWords[reason].en,
    }),
  },
  settings,
  end: (settings) => settings,
})
