import type { Words } from '@relance/sdk/words'

/** What `relance new-node` says. */
export const newNodeWords = {
  description: {
    fr: "crée le dossier d'une nouvelle étape, avec son test",
    en: 'create the folder of a new step, with its test',
  },
  name: {
    fr: 'nom en minuscules avec tirets, par exemple send-postcard',
    en: 'name in lower case with hyphens, for example send-postcard',
  },
  next: {
    fr: 'Ajoutez une ligne à nodes/registry.ts, nodes/effects.ts et nodes/faces.ts ; puis : npx vitest run --project pure nodes',
    en: 'Add one line to nodes/registry.ts, nodes/effects.ts and nodes/faces.ts; then: npx vitest run --project pure nodes',
  },
  malformed: {
    fr: '« {name} » : des lettres minuscules, des chiffres et des tirets, 24 au plus, comme send-postcard.',
    en: '“{name}”: lower-case letters, digits and hyphens, 24 at most, as in send-postcard.',
  },
  taken: {
    fr: "« {name} » existe déjà dans nodes/ : choisissez un autre nom. Rien n'a été écrit.",
    en: '“{name}” already exists in nodes/: choose another name. Nothing was written.',
  },
} as const satisfies Record<string, Words>
