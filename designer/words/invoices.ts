import { defineArea } from '../i18n/words.ts'
import { invoicesEn } from './invoices.en.ts'
import { invoicesFr } from './invoices.fr.ts'

export const invoicesWords = defineArea('invoices', { fr: invoicesFr, en: invoicesEn })
