import type { Words } from '@relance/sdk/words'

interface OfferedOutcome {
  readonly port: 'confirm' | 'retry' | 'cancel' | 'arrived' | 'resend'
  readonly words: Words
}

/** Words of the tasks that the contact desk opens by itself. */
export const deskTaskWords = {
  missingContact: {
    fr: 'Adresse e-mail manquante : {role}',
    en: 'E-mail address missing: {role}',
  },
  missingContactOutcomes: [
    { port: 'retry', words: { fr: 'adresse ajoutée, reprendre', en: 'address added, go on' } },
    { port: 'cancel', words: { fr: 'ne pas envoyer', en: 'do not send' } },
  ] satisfies OfferedOutcome[],
  uncertain: {
    fr: "Envoi interrompu : vérifier si l'e-mail à {role} est arrivé",
    en: 'Sending broke off: check whether the e-mail to {role} arrived',
  },
  uncertainOutcomes: [
    { port: 'arrived', words: { fr: 'il est arrivé', en: 'it arrived' } },
    { port: 'resend', words: { fr: "il n'est pas parti, le renvoyer", en: 'it never left, send it again' } },
    { port: 'cancel', words: { fr: "il n'est pas parti, ne rien renvoyer", en: 'it never left, send nothing' } },
  ] satisfies OfferedOutcome[],
}
