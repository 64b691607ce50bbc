import { defineArea } from '../i18n/words.ts'
import { courseEn } from './course.en.ts'
import { courseFr } from './course.fr.ts'

export const courseWords = defineArea('course', { fr: courseFr, en: courseEn })
