import type { Words } from '@relance/sdk/words'

/** Cures, each a thing to do. */
export const words = {
  node: { fr: 'Installez Node 20.19 ou plus récent.', en: 'Install Node 20.19 or later.' },
  temporalLater: {
    fr: 'Sera téléchargé au prochain démarrage (44 Mo).',
    en: 'Will be downloaded at the next start (44 MB).',
  },
  databaseLater: {
    fr: 'Sera téléchargée au prochain démarrage (6 à 100 Mo).',
    en: 'Will be downloaded at the next start (6 to 100 MB).',
  },
  python: {
    fr: 'Seulement si Temporal ne peut être téléchargé chez son éditeur : installez Python 3 avec pip.',
    en: 'Only when Temporal cannot be downloaded from its vendor: install Python 3 with pip.',
  },
  java: {
    fr: 'Seulement si MongoDB ne peut être téléchargé chez son éditeur : installez un JDK 17 ou plus récent.',
    en: 'Only when MongoDB cannot be downloaded from its vendor: install a JDK 17 or later.',
  },
  maven: {
    fr: 'Seulement si MongoDB ne peut être téléchargé chez son éditeur : installez Maven.',
    en: 'Only when MongoDB cannot be downloaded from its vendor: install Maven.',
  },
  embedded: { fr: 'intercepteur intégré', en: 'embedded catcher' },
} as const satisfies Record<string, Words>
