import { useCallback } from 'react'
import { stepTitle } from '../canvas/describe-step.ts'
import { useStudio, useStudioState } from '../canvas/studio-context.tsx'
import { dateIn, formatDate, formatInstant } from '../format/date.ts'
import { useWords } from '../i18n/words.ts'
import { courseWords } from '../words/course.ts'
import type { CourseMoment, DatedCourse } from './dated-course.ts'
import { sayDelay } from './say-delay.ts'

/** Tells a moment of the course in one sentence, with the reason where it comes later than it was meant. */
export function useMomentWords({ course, zone }: { course: DatedCourse; zone: string }): (index: number) => string {
  const say = useWords(courseWords)
  const { read, sayWords, locale } = useStudio()
  const nodes = useStudioState(({ document }) => document.nodes)
  return useCallback(
    (index) => {
      const moment = course.moments[index]
      if (moment === undefined) return say('moment.start')
      const node = nodes.find(({ id }) => id === moment.node)
      const reading = node === undefined ? undefined : read(node)
      const step = reading === undefined ? '' : stepTitle(reading, { sayWords })
      const outcome = reading?.ports.find(({ port }) => port === moment.detail)?.words
      const until = moment.what === 'sleep' ? formatDate(dateIn(moment.detail, zone), locale) : ''
      const told = sayMoment(moment, {
        say,
        values: { step, until, outcome: outcome ? sayWords(outcome) : moment.detail },
      })
      const whys = moment.delays.map((delay) => sayDelay(delay, { say, locale, zone }))
      return [`${formatInstant(moment.at, { locale, zone })} · ${told}`, ...whys].join(' — ')
    },
    [course, nodes, read, sayWords, say, locale, zone],
  )
}

type SayCourse = ReturnType<typeof useWords<typeof courseWords.fr>>

function sayMoment(
  { what, detail }: CourseMoment,
  { say, values }: { say: SayCourse; values: Readonly<Record<string, string>> },
): string {
  switch (what) {
    case 'happened':
      return say(`happened.${detail}` as Parameters<SayCourse>[0])
    case 'act':
      return values.step ?? ''
    default:
      return say(`moment.${what}`, values)
  }
}
