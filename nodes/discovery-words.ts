import type { Words } from '@relance/sdk/words'

/** Why an installed node package is left out; `{package}` and `{detail}` are filled in by whoever shows it. */
export const discoveryWords = {
  'no-module': {
    fr: "{package} : son package.json ne nomme pas de module existant sous « relance.module » ; l'étape n'est pas chargée.",
    en: '{package}: its package.json names no existing module under “relance.module”; the step is not loaded.',
  },
  'load-failed': {
    fr: "{package} : le module ne se charge pas ({detail}) ; l'étape n'est pas chargée.",
    en: '{package}: the module does not load ({detail}); the step is not loaded.',
  },
  'no-node': {
    fr: '{package} : le module doit exporter « node » (defineNode).',
    en: '{package}: the module must export “node” (defineNode).',
  },
  'no-effect': {
    fr: '{package} : une étape qui agit doit aussi exporter « effect » (defineEffect).',
    en: '{package}: a step that acts must also export “effect” (defineEffect).',
  },
  'faulty-node': {
    fr: '{package} : définition incomplète ({detail}).',
    en: '{package}: incomplete definition ({detail}).',
  },
  'kind-taken': {
    fr: '{package} : le type « {detail} » existe déjà ; donnez-lui un autre nom.',
    en: '{package}: the kind “{detail}” already exists; give it another name.',
  },
} as const satisfies Record<string, Words>

export interface DiscoveryProblem {
  readonly package: string
  readonly code: keyof typeof discoveryWords
  readonly detail: string
}
