import { defineEffect } from '@relance/sdk/define-effect'
import { defineNode } from '@relance/sdk/define-node'
import { z } from 'zod'

const label = { words: { fr: 'À qui', en: 'To whom' } }

export const node = defineNode({
  shape: 'act',
  kind: 'say-hello',
  version: 1,
  group: 'contact',
  words: {
    name: { fr: 'Saluer', en: 'Say hello' },
    description: { fr: 'Écrit un salut au journal', en: 'Writes a greeting into the log' },
    sentence: ({ to }) => ({ fr: `Bonjour ${to}`, en: `Hello ${to}` }),
  },
  settings: z.strictObject({ to: z.string().default('Paris').meta(label) }),
  outcomes: [{ port: 'done', words: { fr: 'salué', en: 'greeted' } }],
  usual: 'done',
})

export const effect = defineEffect(node, async ({ settings, log }) => {
  log(`Hello ${settings.to}`)
  return 'done'
})
