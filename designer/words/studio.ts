import { defineArea } from '../i18n/words.ts'
import { studioEn } from './studio.en.ts'
import { studioFr } from './studio.fr.ts'

export const studioWords = defineArea('studio', { fr: studioFr, en: studioEn })
