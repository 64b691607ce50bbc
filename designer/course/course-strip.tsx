import { ActionIcon, Button } from '@mantine/core'
import { IconCalendarEvent, IconX } from '@tabler/icons-react'
import { useStudioState } from '../canvas/studio-context.tsx'
import { useZone } from '../client/entity.ts'
import { dateIn } from '../format/date.ts'
import { useWords } from '../i18n/words.ts'
import { courseWords } from '../words/course.ts'
import styles from './course.module.css'
import type { DatedCourse } from './dated-course.ts'
import { Playback } from './playback.tsx'
import { type Sample, typicalSample } from './sample.ts'
import { SampleFields } from './sample-fields.tsx'
import { usualWhatIf } from './what-ifs.ts'

interface Props {
  readonly sample: Sample | null
  readonly course: DatedCourse | null
  readonly onSample: (sample: Sample | null) => void
}

/** Under the drawing: which invoice, what its customer does, and its course moment by moment. */
export function CourseStrip({ sample, course, onSample }: Props) {
  const say = useWords(courseWords)
  const zone = useZone()
  if (sample === null) {
    const begin = () =>
      onSample(typicalSample({ today: dateIn(new Date(), zone), whatIf: usualWhatIf['never-answers'] }))
    return (
      <div className={styles.opener}>
        <Button
          size="xs"
          h={32}
          variant="subtle"
          color="gray"
          leftSection={<IconCalendarEvent size={16} stroke={1.7} />}
          onClick={begin}
        >
          {say('open')}
        </Button>
      </div>
    )
  }
  return (
    <section className={styles.strip} aria-label={say('title')}>
      <div className={styles.row}>
        <SampleFields sample={sample} onSample={onSample} />
        <ActionIcon className={styles.close} aria-label={say('close')} onClick={() => onSample(null)}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      {course === null ? <NoCourse /> : <Playback key={keyOf(sample)} course={course} zone={sample.zone} />}
    </section>
  )
}

/** Another invoice or behaviour is another story: it begins at its start. */
function keyOf({ id, from, whatIf, invoice }: Sample): string {
  return JSON.stringify([id, from, whatIf, invoice.dueDate])
}

function NoCourse() {
  const say = useWords(courseWords)
  const blocked = useStudioState(({ problems }) => problems.some(({ severity }) => severity === 'error'))
  return <p role="status">{say(blocked ? 'blocked' : 'reading')}</p>
}
