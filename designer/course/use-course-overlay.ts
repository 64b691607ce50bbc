import { useEffect } from 'react'
import { useStudio } from '../canvas/studio-context.tsx'
import { dateIn, formatShortDate } from '../format/date.ts'
import { useWords } from '../i18n/words.ts'
import { lineOf, type StepMark, useOverlayStore } from '../overlay/overlay.ts'
import { courseWords } from '../words/course.ts'
import { type DatedCourse, trailOf } from './dated-course.ts'
import { sayDelay } from './say-delay.ts'

/** Lays the dates of a course and the trail up to the moment looked at over the drawing; takes both away afterwards. */
export function useCourseOverlay(course: DatedCourse, { at, zone }: { at: number; zone: string }): void {
  const say = useWords(courseWords)
  const { locale } = useStudio()
  const overlay = useOverlayStore()
  useEffect(() => {
    const trail = trailOf(course, at)
    const marks: Record<string, StepMark> = {}
    for (const [node, instant] of Object.entries(course.dates)) {
      const whys = (course.delays[node] ?? []).map((delay) => sayDelay(delay, { say, locale, zone }))
      const date = {
        text: formatShortDate(dateIn(instant, zone), locale),
        why: whys.length === 0 ? null : whys.join('\n'),
      }
      marks[node] = { date, ...markOf(node, trail) }
    }
    overlay.trigger.marked({ marks, lines: linesOf(trail) })
  }, [overlay, course, at, zone, say, locale])
  useEffect(() => () => overlay.trigger.marked({ marks: {}, lines: new Set() }), [overlay])
}

function markOf(node: string, trail: readonly string[]): Pick<StepMark, 'trail'> {
  if (trail.at(-1) === node) return { trail: 'here' }
  return trail.includes(node) ? { trail: 'passed' } : {}
}

function linesOf(trail: readonly string[]): Set<string> {
  return new Set(trail.slice(1).map((node, index) => lineOf(trail[index]!, node)))
}
