import { defineArea } from '../i18n/words.ts'
import { commonEn } from './common.en.ts'
import { commonFr } from './common.fr.ts'

export const commonWords = defineArea('common', { fr: commonFr, en: commonEn })
