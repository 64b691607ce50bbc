import { type Assignee, assignees, contactRoles } from '@relance/sdk/contact'
import { contactRoleWords } from '@relance/sdk/contact-role-words'
import { defineNode } from '@relance/sdk/define-node'
import type { Words } from '@relance/sdk/words'
import { callStages, findStage } from '@relance/templates/stages'
import { z } from 'zod'

const assigneeWords: Record<Assignee, { readonly name: Words; readonly by: Words }> = {
  collector: { name: { fr: 'Chargé de recouvrement', en: 'Collector' }, by: { fr: '', en: '' } },
  salesperson: {
    name: { fr: 'Commercial', en: 'Salesperson' },
    by: { fr: ', par le commercial', en: ', by the salesperson' },
  },
  'finance-director': {
    name: { fr: 'Directeur financier', en: 'Finance director' },
    by: { fr: ', par le directeur financier', en: ', by the finance director' },
  },
}

const settings = z.strictObject({
  script: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/)
    .default('reminder-call')
    .meta({
      words: { fr: "Script d'appel", en: 'Call script' },
      widget: 'script',
      choices: callStages.map(({ stage, words }) => ({ value: stage, words })),
    }),
  assignee: z
    .enum(assignees)
    .default('collector')
    .meta({
      words: { fr: 'Confié à', en: 'Assigned to' },
      widget: 'choice',
      choices: assignees.map((value) => ({ value, words: assigneeWords[value].name })),
    }),
  role: z
    .enum(contactRoles)
    .default('accounts-payable')
    .meta({
      words: { fr: 'Interlocuteur', en: 'Person to call' },
      widget: 'choice',
      choices: contactRoles.map((value) => ({ value, words: contactRoleWords[value].name })),
    }),
  level: z
    .int()
    .min(0)
    .max(5)
    .default(2)
    .meta({
      words: { fr: "Niveau d'insistance", en: 'Insistence' },
      help: {
        fr: "De 0 (courtoisie) à 5. Un client n'est appelé qu'une fois pour tout son compte : le plus haut niveau choisit le script.",
        en: 'From 0 (courtesy) to 5. A customer is called once for the whole account: the highest level chooses the script.',
      },
    }),
  priority: z
    .enum(['normal', 'high'])
    .default('normal')
    .meta({
      words: { fr: 'Priorité', en: 'Priority' },
      widget: 'segments',
      choices: [
        { value: 'normal', words: { fr: 'Normale', en: 'Normal' } },
        { value: 'high', words: { fr: 'Haute', en: 'High' } },
      ],
    }),
})

function sentence({ script, role, assignee }: z.output<typeof settings>): Words {
  const stage = findStage('call', script)?.words ?? { fr: `Appel « ${script} »`, en: `“${script}” call` }
  const [to, by] = [contactRoleWords[role].to, assigneeWords[assignee].by]
  return { fr: `${stage.fr} ${to.fr}${by.fr}`, en: `${stage.en} ${to.en}${by.en}` }
}

/** Puts a call on somebody's list with its script; the person's answer is the way out. */
export const callTaskNode = defineNode({
  shape: 'act',
  kind: 'call-task',
  version: 1,
  group: 'contact',
  words: {
    name: { fr: 'Appeler', en: 'Call' },
    description: {
      fr: 'Un appel à passer, avec son script et ses issues',
      en: 'A call to make, with its script and outcomes',
    },
    sentence,
  },
  settings,
  outcomes: [
    { port: 'no-answer', words: { fr: 'sans réponse', en: 'no answer' } },
    { port: 'promise', words: { fr: 'promesse', en: 'promise' } },
    { port: 'payment-sent', words: { fr: 'règlement parti', en: 'payment sent' } },
    { port: 'waiting-approval', words: { fr: 'en attente de validation', en: 'awaiting approval' } },
    { port: 'invoice-not-received', words: { fr: 'facture non reçue', en: 'invoice not received' } },
    { port: 'wrong-contact', words: { fr: 'mauvais interlocuteur', en: 'wrong contact' } },
    { port: 'dispute', words: { fr: 'litige', en: 'dispute' } },
  ],
  usual: 'no-answer',
  medium: 'call',
  contact: ({ role, level, assignee }) => ({ role, level, by: assignee }),
  templates: ({ script }) => [{ medium: 'call', template: script }],
})
