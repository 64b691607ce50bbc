import { defineArea } from '../i18n/words.ts'
import { rulesEn } from './rules.en.ts'
import { rulesFr } from './rules.fr.ts'

export const rulesWords = defineArea('rules', { fr: rulesFr, en: rulesEn })
