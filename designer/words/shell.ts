import { defineArea } from '../i18n/words.ts'
import { shellEn } from './shell.en.ts'
import { shellFr } from './shell.fr.ts'

export const shellWords = defineArea('shell', { fr: shellFr, en: shellEn })
