import { defineArea } from '../i18n/words.ts'
import { todayEn } from './today.en.ts'
import { todayFr } from './today.fr.ts'

export const todayWords = defineArea('today', { fr: todayFr, en: todayEn })
