import { ActionIcon, Slider, Text } from '@mantine/core'
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { useStudio } from '../canvas/studio-context.tsx'
import { dateIn, formatShortDate } from '../format/date.ts'
import { useWords } from '../i18n/words.ts'
import { courseWords } from '../words/course.ts'
import styles from './course.module.css'
import type { DatedCourse } from './dated-course.ts'
import { positionsOf } from './positions.ts'
import { useCourseOverlay } from './use-course-overlay.ts'
import { useFollow } from './use-follow.ts'
import { useMomentWords } from './use-moment-words.ts'
import { usePlayback } from './use-playback.ts'

/** The course played, stepped and jumped through; the drawing shows where the invoice is. */
export function Playback({ course, zone }: { course: DatedCourse; zone: string }) {
  const say = useWords(courseWords)
  const { locale } = useStudio()
  const playback = usePlayback(course.moments.length)
  const { at, goTo } = playback
  useCourseOverlay(course, { at, zone })
  // Opening the simulation moves nothing; going through it does.
  useFollow(at === 0 ? null : (course.moments[at]?.here ?? null))
  const tell = useMomentWords({ course, zone })
  const positions = useMemo(() => positionsOf(course.moments), [course])
  const day = course.last === null ? '' : formatShortDate(dateIn(course.last, zone), locale)
  return (
    <div className={styles.row}>
      <Controls {...playback} />
      <Slider
        className={styles.slider}
        size="sm"
        label={null}
        thumbLabel={say('time')}
        thumbProps={{ 'aria-valuetext': tell(at) }}
        min={0}
        max={positions.at(-1) ?? 0}
        marks={positions.map((value) => ({ value }))}
        restrictToMarks
        value={positions[at] ?? 0}
        onChange={(value) => goTo(positions.indexOf(value))}
      />
      <Text size="sm" className={styles.told} role="status">
        {tell(at)}
      </Text>
      <Text size="sm" c="dimmed" className={styles.summary}>
        {say('contacts', { count: course.acts })}, {say(`end.${course.end}`, { day })}
      </Text>
    </div>
  )
}

function Controls({ at, last, playing, goTo, toggle }: ReturnType<typeof usePlayback>) {
  const say = useWords(courseWords)
  return (
    <div className={styles.controls}>
      <ActionIcon size={28} aria-label={say('first')} disabled={at === 0} onClick={() => goTo(0)}>
        <IconPlayerSkipBack size={16} />
      </ActionIcon>
      <ActionIcon size={28} aria-label={say('previous')} disabled={at === 0} onClick={() => goTo(at - 1)}>
        <IconPlayerTrackPrev size={16} />
      </ActionIcon>
      <ActionIcon
        size={28}
        variant="light"
        color="accent"
        aria-label={say(playing ? 'pause' : 'play')}
        onClick={toggle}
      >
        {playing ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
      </ActionIcon>
      <ActionIcon size={28} aria-label={say('next')} disabled={at === last} onClick={() => goTo(at + 1)}>
        <IconPlayerTrackNext size={16} />
      </ActionIcon>
    </div>
  )
}
