import { defineArea } from '../i18n/words.ts'
import { customersEn } from './customers.en.ts'
import { customersFr } from './customers.fr.ts'

export const customersWords = defineArea('customers', { fr: customersFr, en: customersEn })
