import { defineArea } from '../i18n/words.ts'
import { scenariosEn } from './scenarios.en.ts'
import { scenariosFr } from './scenarios.fr.ts'

export const scenariosWords = defineArea('scenarios', { fr: scenariosFr, en: scenariosEn })
