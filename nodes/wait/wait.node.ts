import { defineNode } from '@relance/sdk/define-node'
import { type Anchor, anchors, type DayUnit, dayUnits } from '@relance/sdk/moment'
import type { Words } from '@relance/sdk/words'
import { z } from 'zod'

const anchorWords: Record<Anchor, Words> = {
  dueDate: { fr: "l'échéance", en: 'the due date' },
  issueDate: { fr: 'la date de facture', en: 'the invoice date' },
  previousStep: { fr: "l'étape précédente", en: 'the previous step' },
  paymentDate: { fr: 'le règlement', en: 'the payment' },
}

const unitWords: Record<DayUnit, Words> = {
  calendar: { fr: 'Jours calendaires', en: 'Calendar days' },
  working: { fr: 'Jours ouvrés', en: 'Working days' },
}

const settings = z
  .strictObject({
    days: z
      .int()
      .min(0)
      .max(365)
      .default(8)
      .meta({ words: { fr: 'Nombre de jours', en: 'Number of days' }, widget: 'days' }),
    unit: z
      .enum(dayUnits)
      .default('calendar')
      .meta({
        words: { fr: 'Comptés en', en: 'Counted in' },
        help: {
          fr: 'Les jours ouvrés sautent les week-ends et les jours fériés.',
          en: 'Working days skip weekends and public holidays.',
        },
        widget: 'segments',
        choices: dayUnits.map((value) => ({ value, words: unitWords[value] })),
      }),
    direction: z
      .enum(['before', 'after'])
      .default('after')
      .meta({
        words: { fr: 'Avant ou après', en: 'Before or after' },
        widget: 'segments',
        choices: [
          { value: 'before', words: { fr: 'Avant', en: 'Before' } },
          { value: 'after', words: { fr: 'Après', en: 'After' } },
        ],
      }),
    from: z
      .enum(anchors)
      .default('dueDate')
      .meta({
        words: { fr: 'Par rapport à', en: 'Relative to' },
        help: {
          fr: "Une date déjà passée ne fait rien attendre : la reprise du scénario décide alors de l'étape suivante.",
          en: "A date already past waits for nothing: the scenario's catch-up rule then decides about the next step.",
        },
        widget: 'choice',
        choices: anchors.map((value) => ({ value, words: anchorWords[value] })),
      }),
  })
  .refine(({ direction, from, days }) => direction === 'after' || days === 0 || isKnownAhead(from), {
    path: ['direction'],
    error: 'before-unknown-date',
  })

/** Only a date printed on the invoice is known before it comes. */
function isKnownAhead(from: Anchor): boolean {
  return from === 'dueDate' || from === 'issueDate'
}

function sentence({ days, unit, direction, from }: z.output<typeof settings>): Words {
  const anchor = anchorWords[from]
  if (days === 0) return { fr: `le jour de ${anchor.fr}`.replace('de le ', 'du '), en: `on the day of ${anchor.en}` }
  const many = days > 1
  return {
    fr: `${days} jour${many ? 's' : ''}${unit === 'working' ? ` ouvré${many ? 's' : ''}` : ''} ${direction === 'after' ? 'après' : 'avant'} ${anchor.fr}`,
    en: `${days} ${unit === 'working' ? 'working ' : ''}day${many ? 's' : ''} ${direction} ${anchor.en}`,
  }
}

/** Rests until a date, at the opening of the contact hours. */
export const waitNode = defineNode({
  shape: 'wait',
  kind: 'wait',
  version: 1,
  group: 'time',
  words: {
    name: { fr: 'Attendre', en: 'Wait' },
    description: {
      fr: "Jusqu'à une date : échéance, facture, étape précédente ou règlement",
      en: 'Until a date: due date, invoice, previous step or payment',
    },
    sentence,
  },
  settings,
  moment: ({ days, unit, direction, from }) => ({ from, unit, days: direction === 'before' ? -days : days }),
})
