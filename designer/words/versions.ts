import { defineArea } from '../i18n/words.ts'
import { versionsEn as en } from './versions.en.ts'
import { versionsFr as fr } from './versions.fr.ts'

export const versionsWords = defineArea('versions', { fr, en })
