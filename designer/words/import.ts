import { defineArea } from '../i18n/words.ts'
import { importEn } from './import.en.ts'
import { importFr } from './import.fr.ts'

export const importWords = defineArea('import', { fr: importFr, en: importEn })
