import { defineArea } from '../i18n/words.ts'
import { accountEn } from './account.en.ts'
import { accountFr } from './account.fr.ts'

export const accountWords = defineArea('account', { fr: accountFr, en: accountEn })
