import { defineArea } from '../i18n/words.ts'
import { lawEn } from './law.en.ts'
import { lawFr } from './law.fr.ts'

export const lawWords = defineArea('law', { fr: lawFr, en: lawEn })
