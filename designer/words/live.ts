import { defineArea } from '../i18n/words.ts'
import { liveEn } from './live.en.ts'
import { liveFr } from './live.fr.ts'

export const liveWords = defineArea('live', { fr: liveFr, en: liveEn })
