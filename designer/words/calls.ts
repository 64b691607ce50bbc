import { defineArea } from '../i18n/words.ts'
import { callsEn } from './calls.en.ts'
import { callsFr } from './calls.fr.ts'

export const callsWords = defineArea('calls', { fr: callsFr, en: callsEn })
