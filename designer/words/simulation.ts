import { defineArea } from '../i18n/words.ts'
import { simulationEn } from './simulation.en.ts'
import { simulationFr } from './simulation.fr.ts'

export const simulationWords = defineArea('simulation', { fr: simulationFr, en: simulationEn })
