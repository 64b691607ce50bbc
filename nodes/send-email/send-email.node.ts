import { confirmations, contactRoles } from '@relance/sdk/contact'
import { contactRoleWords } from '@relance/sdk/contact-role-words'
import { defineNode } from '@relance/sdk/define-node'
import type { Words } from '@relance/sdk/words'
import { emailStages, findStage } from '@relance/templates/stages'
import { z } from 'zod'

const confirmationWords: Record<(typeof confirmations)[number] | 'scenario', Words> = {
  scenario: { fr: 'Comme le scénario', en: 'As the scenario says' },
  manual: { fr: 'À confirmer', en: 'To be confirmed' },
  automatic: { fr: 'Automatique', en: 'Automatic' },
}

const settings = z.strictObject({
  template: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/)
    .default('reminder-neutral')
    .meta({
      words: { fr: 'Modèle', en: 'Template' },
      help: {
        fr: 'Le texte part dans la langue du client ; il doit exister dans toutes celles du scénario.',
        en: "The text leaves in the customer's language; it must exist in all those of the scenario.",
      },
      widget: 'template',
      choices: emailStages.map(({ stage, words }) => ({ value: stage, words })),
    }),
  role: z
    .enum(contactRoles)
    .default('accounts-payable')
    .meta({
      words: { fr: 'Destinataire', en: 'Recipient' },
      widget: 'choice',
      choices: contactRoles.map((value) => ({ value, words: contactRoleWords[value].name })),
    }),
  level: z
    .int()
    .min(0)
    .max(5)
    .default(1)
    .meta({
      words: { fr: "Niveau d'insistance", en: 'Insistence' },
      help: {
        fr: 'De 0 (courtoisie) à 5 (mise en demeure). Quand plusieurs factures se regroupent, le plus haut niveau donne le ton.',
        en: 'From 0 (courtesy) to 5 (formal notice). When several invoices are merged, the highest level sets the tone.',
      },
    }),
  confirmation: z
    .enum(['scenario', ...confirmations])
    .default('scenario')
    .meta({
      words: { fr: 'Départ', en: 'Release' },
      help: {
        fr: "« À confirmer » : le chargé de recouvrement relit avant l'envoi.",
        en: 'To be confirmed: the collector reads it before it leaves.',
      },
      widget: 'segments',
      choices: (['scenario', ...confirmations] as const).map((value) => ({ value, words: confirmationWords[value] })),
    }),
})

function sentence({ template, role }: z.output<typeof settings>): Words {
  const stage = findStage('email', template)?.words ?? { fr: `« ${template} »`, en: `“${template}”` }
  return { fr: `${stage.fr} ${contactRoleWords[role].to.fr}`, en: `${stage.en} ${contactRoleWords[role].to.en}` }
}

/** Asks the contact desk for an e-mail: it merges, waits for confirmation, takes a last look and sends once. */
export const sendEmailNode = defineNode({
  shape: 'act',
  kind: 'send-email',
  version: 1,
  group: 'contact',
  words: {
    name: { fr: 'Envoyer un e-mail', en: 'Send an e-mail' },
    description: { fr: 'Un modèle, un destinataire, un ton', en: 'A template, a recipient, a tone' },
    sentence,
  },
  settings,
  outcomes: [
    { port: 'sent', words: { fr: 'envoyé', en: 'sent' } },
    { port: 'cancelled', words: { fr: 'annulé', en: 'cancelled' } },
  ],
  usual: 'sent',
  medium: 'email',
  contact: ({ role, level }) => ({ role, level }),
  confirmation: ({ confirmation }) => (confirmation === 'scenario' ? null : confirmation),
  templates: ({ template }) => [{ medium: 'email', template }],
  onlyWhenOverdue: ({ template }) => findStage('email', template)?.legal === true,
})
