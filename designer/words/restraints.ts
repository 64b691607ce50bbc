import { defineArea } from '../i18n/words.ts'
import { restraintsEn } from './restraints.en.ts'
import { restraintsFr } from './restraints.fr.ts'

export const restraintsWords = defineArea('restraints', { fr: restraintsFr, en: restraintsEn })
