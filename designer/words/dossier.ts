import { defineArea } from '../i18n/words.ts'
import { dossierEn } from './dossier.en.ts'
import { dossierFr } from './dossier.fr.ts'

export const dossierWords = defineArea('dossier', { fr: dossierFr, en: dossierEn })
