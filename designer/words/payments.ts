import { defineArea } from '../i18n/words.ts'
import { paymentsEn } from './payments.en.ts'
import { paymentsFr } from './payments.fr.ts'

export const paymentsWords = defineArea('payments', { fr: paymentsFr, en: paymentsEn })
