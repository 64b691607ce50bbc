import { defineArea } from '../i18n/words.ts'
import { messagesEn } from './messages.en.ts'
import { messagesFr } from './messages.fr.ts'

export const messagesWords = defineArea('messages', { fr: messagesFr, en: messagesEn })
