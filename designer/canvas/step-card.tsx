import type { NodeFace } from '@relance/sdk/define-face'
import type { Outcome } from '@relance/sdk/define-node'
import {
  IconAlertTriangle,
  IconCalendarDue,
  IconCalendarEvent,
  IconCircleX,
  IconLock,
  IconMessage,
  IconPuzzleOff,
  IconUsers,
} from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import type { Exit, Exits } from '../document/exits.ts'
import type { NodeReading } from '../document/node-reading.ts'
import { capital } from '../format/capital.ts'
import { useWords } from '../i18n/words.ts'
import type { StepFiles, StepMark } from '../overlay/overlay.ts'
import { commentsWords } from '../words/comments.ts'
import { isSlim } from './geometry/card-size.ts'
import { momentChip } from './moment-chip.ts'
import styles from './step-card.module.css'
import { useStudio } from './studio-context.tsx'

export interface StepCardProps {
  readonly reading: NodeReading
  readonly exits: Exits
  readonly face: NodeFace | undefined
  readonly selected?: boolean
  /** The gravest problem and how many there are. */
  readonly problems?: { readonly severity: 'error' | 'warning' | null; readonly count: number }
  /** The day of this step for the sample invoice, and why it is that day; already in words. */
  readonly date?: StepMark['date'] | undefined
  /** Where a followed invoice is, or has been. */
  readonly trail?: StepMark['trail'] | undefined
  /** Open threads of comments. */
  readonly comments?: number | undefined
  /** Files that stand here, and how many of them are disputed. */
  readonly files?: StepFiles | undefined
  /** What a side exit is fastened to: its handle on the canvas, nothing in a story. */
  readonly handle?: (exit: Exit, at: number) => ReactNode
}

/** One step as a card: what it is, what it does in one sentence, and where it leads besides the main road. */
export function StepCard(props: StepCardProps) {
  const { reading, exits, face, selected = false } = props
  const slim = isSlim(reading)
  const tint = reading.shape === 'unknown' ? 'gray' : (face?.colour ?? 'gray')
  const style = {
    '--tint': `var(--mantine-color-${tint}-light-color)`,
    '--tint-soft': `var(--mantine-color-${tint}-light)`,
    '--tint-solid': `var(--mantine-color-${tint}-filled)`,
  } as CSSProperties
  return (
    <div
      className={styles.card}
      style={style}
      data-shape={reading.shape}
      data-slim={slim || undefined}
      data-selected={selected || undefined}
      data-severity={props.problems?.severity ?? undefined}
      data-trail={props.trail}
    >
      <div className={styles.head}>
        <Icon face={face} unknown={reading.shape === 'unknown'} />
        <Text reading={reading} slim={slim} />
        <Chip reading={reading} />
      </div>
      {exits.side.length > 0 && (
        <ul className={styles.rows}>
          {exits.side.map((exit, at) => (
            <ExitRow key={exit.port} exit={exit}>
              {props.handle?.(exit, at)}
            </ExitRow>
          ))}
        </ul>
      )}
      <Badges {...props} />
    </div>
  )
}

function Icon({ face, unknown }: { face: NodeFace | undefined; unknown: boolean }) {
  const Shown = unknown || face === undefined ? IconPuzzleOff : face.icon
  return (
    <span className={styles.icon} aria-hidden>
      <Shown size={18} stroke={1.7} />
    </span>
  )
}

function Text({ reading, slim }: { reading: NodeReading; slim: boolean }) {
  const { say, sayWords } = useStudio()
  const { node, shape, name, sentence } = reading
  const title = node.label === '' ? sayWords(name) : node.label
  const line = sentence === null ? say(shape === 'unknown' ? 'card.unknown' : 'card.unreadable') : sayWords(sentence)
  if (slim) {
    return (
      <span className={styles.text}>
        <span className={styles.title} data-lines="2">
          {capital(line)}
        </span>
      </span>
    )
  }
  // Without a title of its own, what a step does is its title: twelve e-mails are told apart at a glance.
  if (node.label === '' && sentence !== null) {
    return (
      <span className={styles.text}>
        <span className={styles.kind}>{title}</span>
        <span className={styles.title} data-lines="2">
          {capital(line)}
        </span>
      </span>
    )
  }
  return (
    <span className={styles.text}>
      <span className={styles.title}>{title}</span>
      <span className={styles.sentence} data-quiet={sentence === null || undefined}>
        {capital(line)}
      </span>
    </span>
  )
}

function Chip({ reading }: { reading: NodeReading }) {
  const { say } = useStudio()
  if (reading.moment === null) return null
  const chip = momentChip(reading.moment, say)
  return (
    <span className={styles.chip} title={chip.title}>
      {chip.text}
    </span>
  )
}

function ExitRow({ exit, children }: { exit: Exit; children: ReactNode }) {
  const words = useOutcomes(exit.outcomes)
  return (
    <li className={styles.row} data-open={exit.target === null || undefined} title={words.all}>
      <span className={styles.rowText}>{words.short}</span>
      {children}
    </li>
  )
}

/** Outcomes on one line: all of them, or the first ones and how many more. */
export function useOutcomes(outcomes: readonly Outcome[]): { all: string; short: string } {
  const { sayWords } = useStudio()
  const said = outcomes.map(({ words }) => sayWords(words))
  const shown: string[] = []
  for (const one of said) {
    if (shown.length > 0 && [...shown, one].join(' · ').length > 30) break
    shown.push(one)
  }
  const more = said.length - shown.length
  return { all: said.join(', '), short: `${shown.join(' · ')}${more > 0 ? ` +${more}` : ''}` }
}

function Badges({ reading, problems, date, files, comments }: StepCardProps) {
  const { say } = useStudio()
  const sayComments = useWords(commentsWords)
  return (
    <span className={styles.badges}>
      {reading.node.locked === true && (
        <span className={styles.lock} role="img" aria-label={say('card.locked')} title={say('card.locked')}>
          <IconLock size={12} stroke={1.9} aria-hidden />
        </span>
      )}
      {comments !== undefined && comments > 0 && (
        <span className={styles.comments} title={sayComments('open', { count: comments })}>
          <IconMessage size={12} stroke={1.8} aria-hidden />
          {comments}
        </span>
      )}
      {date !== undefined && (
        <span className={styles.date} data-moved={date.why !== null || undefined} title={date.why ?? undefined}>
          {date.why === null ? (
            <IconCalendarEvent size={12} stroke={1.8} aria-hidden />
          ) : (
            <IconCalendarDue size={12} stroke={1.8} aria-hidden />
          )}
          {date.text}
        </span>
      )}
      {files !== undefined && files.standing > 0 && (
        <span
          className={styles.files}
          data-disputed={files.disputed > 0 || undefined}
          title={say('card.files', { count: files.standing })}
        >
          <IconUsers size={12} stroke={1.8} aria-hidden />
          {files.standing}
          {files.disputed > 0 && ` · ${say('card.disputed', { count: files.disputed })}`}
        </span>
      )}
      {problems !== undefined && problems.severity !== null && (
        <span
          className={styles.problem}
          data-severity={problems.severity}
          title={say('card.problems', { count: problems.count })}
        >
          {problems.severity === 'error' ? (
            <IconCircleX size={14} stroke={2} />
          ) : (
            <IconAlertTriangle size={14} stroke={2} />
          )}
          {problems.count}
        </span>
      )}
    </span>
  )
}
