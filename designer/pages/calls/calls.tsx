import { Anchor, Button, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { Task } from '@relance/runtime/contract/work'
import { IconChevronLeft, IconPhone } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useEntity } from '../../client/entity.ts'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { Empty, ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { callsWords } from '../../words/calls.ts'
import styles from './calls.module.css'
import { TaskList } from './task-list.tsx'
import { TaskRoom } from './task-room.tsx'

/** The collector's working page: who to call on the left, all that the call needs on the right. */
export function Calls() {
  const say = useWords(callsWords)
  const { code } = useEntity()
  const { data, error, refetch } = useRoute(
    'tasks',
    { query: { state: 'open', entity: code, limit: 200, sort: 'dueAt' } },
    { keep: true },
  )
  // Answered here, not yet on the server: out of sight at once, back if the answer is called back.
  const [answered, setAnswered] = useState<readonly string[]>([])
  if (data === undefined) {
    return (
      <Page title={say('title')}>
        {error === null ? (
          <Skeleton height={400} aria-hidden />
        ) : (
          <ProblemNotice problem={error} onRetry={() => void refetch()} />
        )}
      </Page>
    )
  }
  const tasks = byUrgency(data.items.filter(({ id }) => !answered.includes(id)))
  if (tasks.length === 0) {
    return (
      <Page title={say('title')} lead={say('lead-none')}>
        <Empty icon={<IconPhone size={32} stroke={1.4} />} title={say('empty')} help={say('empty-help')}>
          <Button variant="default" component={Link} to="/invoices?state=overdue">
            {say('empty-action')}
          </Button>
        </Empty>
      </Page>
    )
  }
  return (
    <Room
      tasks={tasks}
      onAnswered={(id) => setAnswered((before) => [...before, id])}
      onUndone={(id) => setAnswered((before) => before.filter((one) => one !== id))}
    />
  )
}

function byUrgency(tasks: readonly Task[]): Task[] {
  const weight = ({ priority }: Task) => (priority === 'high' ? 0 : 1)
  return tasks.toSorted((a, b) => weight(a) - weight(b) || a.dueAt.localeCompare(b.dueAt))
}

interface RoomProps {
  readonly tasks: readonly Task[]
  readonly onAnswered: (id: string) => void
  readonly onUndone: (id: string) => void
}

function Room({ tasks, onAnswered, onUndone }: RoomProps) {
  const say = useWords(callsWords)
  const lead = useLead(tasks)
  const navigate = useNavigate()
  const { id } = useParams()
  const narrow = useMediaQuery('(max-width: 61.99em)', false, { getInitialValueInEffect: false })
  const current = tasks.find((task) => task.id === id) ?? (narrow ? undefined : tasks[0])
  const go = (task: Task | undefined, { replace = false } = {}) =>
    void navigate(task === undefined ? '/calls' : `/calls/${encodeURIComponent(task.id)}`, { replace })
  const answer = (task: Task) => {
    const at = tasks.indexOf(task)
    const next = tasks[at + 1] ?? tasks[at - 1]
    onAnswered(task.id)
    if (next === undefined) told(say('all-done'))
    go(next, { replace: true })
  }
  return (
    <Page
      title={say('title')}
      lead={lead}
      before={
        narrow &&
        current !== undefined && (
          <Anchor component={Link} to="/calls" size="sm" c="dimmed" w="fit-content">
            <IconChevronLeft size={14} style={{ verticalAlign: '-2px' }} aria-hidden /> {say('back')}
          </Anchor>
        )
      }
    >
      <div className={styles.room}>
        {!(narrow && current !== undefined) && <TaskList tasks={tasks} current={current?.id} />}
        {current !== undefined && (
          <TaskRoom
            key={current.id}
            task={current}
            last={tasks.length === 1}
            onAnswered={() => answer(current)}
            onUndone={() => {
              onUndone(current.id)
              go(current)
            }}
          />
        )}
      </div>
    </Page>
  )
}

function useLead(tasks: readonly Task[]): string {
  const say = useWords(callsWords)
  const format = useFormat()
  const overdue: Record<string, number> = {}
  for (const task of tasks) {
    for (const [currency, minor] of Object.entries(task.overdue)) {
      overdue[currency] = (overdue[currency] ?? 0) + minor
    }
  }
  return say('lead', { count: tasks.length, overdue: format.amounts(overdue) })
}
