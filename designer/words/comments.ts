import { defineArea } from '../i18n/words.ts'
import { commentsEn } from './comments.en.ts'
import { commentsFr } from './comments.fr.ts'

export const commentsWords = defineArea('comments', { fr: commentsFr, en: commentsEn })
