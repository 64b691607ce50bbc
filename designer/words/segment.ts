import { defineArea } from '../i18n/words.ts'
import { segmentEn } from './segment.en.ts'
import { segmentFr } from './segment.fr.ts'

export const segmentWords = defineArea('segment', { fr: segmentFr, en: segmentEn })
