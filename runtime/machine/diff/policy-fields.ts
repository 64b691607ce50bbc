import type { FieldSchema } from './value-words.ts'

const choice = (value: string, fr: string, en: string) => ({ value, words: { fr, en } })

/** The rules of a scenario as people call them. */
export const policyFields: FieldSchema = {
  properties: {
    confirmation: {
      words: { fr: 'Envoi des messages', en: 'Sending of messages' },
      choices: [choice('manual', 'à confirmer', 'to be confirmed'), choice('automatic', 'automatique', 'automatic')],
    },
    catchUp: {
      words: { fr: 'Étapes dont la date est passée', en: 'Steps whose date has passed' },
      choices: [
        choice('latest', 'n’envoyer que la dernière', 'send only the latest'),
        choice('skip', 'ne rien envoyer', 'send nothing'),
        choice('spread', 'les étaler', 'spread them'),
      ],
    },
    minimumContactDelay: {
      words: { fr: 'Jours entre deux contacts, au moins', en: 'Days between two contacts, at least' },
    },
    contactHours: {
      words: { fr: 'Heures de contact', en: 'Contact hours' },
      properties: {
        days: {
          words: { fr: 'Jours', en: 'Days' },
          items: {
            choices: [
              ['lundi', 'Monday'],
              ['mardi', 'Tuesday'],
              ['mercredi', 'Wednesday'],
              ['jeudi', 'Thursday'],
              ['vendredi', 'Friday'],
              ['samedi', 'Saturday'],
              ['dimanche', 'Sunday'],
            ].map(([fr, en], index) => ({ value: index + 1, words: { fr: fr!, en: en! } })),
          },
        },
        windows: { words: { fr: 'Plages', en: 'Windows' }, items: { properties: { from: {}, to: {} } } },
      },
    },
    reanchor: {
      words: {
        fr: 'Quand la facture qui porte la relance est réglée ou en litige',
        en: 'When the invoice that carries the reminders is paid or disputed',
      },
      choices: [
        choice('contextual', 'la suivante reprend à l’étape de son âge', 'the next one resumes at the step of its age'),
        choice('standard', 'la suivante commence au début', 'the next one starts at the beginning'),
      ],
    },
    stopRules: {
      words: { fr: 'À toute étape', en: 'At every step' },
      properties: {
        dispute: { words: { fr: 'un litige suspend le parcours', en: 'a dispute holds the course' } },
        promise: { words: { fr: 'une promesse suspend le parcours', en: 'a promise holds the course' } },
      },
    },
  },
}
