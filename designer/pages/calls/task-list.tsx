import { Group, Text } from '@mantine/core'
import type { Task } from '@relance/runtime/contract/work'
import { IconFlag3 } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../i18n/words.ts'
import { Tag } from '../../ui/tag.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { callsWords } from '../../words/calls.ts'
import styles from './calls.module.css'

/** One line per customer to call, the most urgent first. */
export function TaskList({ tasks, current }: { tasks: readonly Task[]; current: string | undefined }) {
  const say = useWords(callsWords)
  return (
    <nav className={styles.list} aria-label={say('list')}>
      {tasks.map((task) => (
        <Item key={task.id} task={task} isCurrent={task.id === current} />
      ))}
    </nav>
  )
}

function Item({ task, isCurrent }: { task: Task; isCurrent: boolean }) {
  const say = useWords(callsWords)
  const format = useFormat()
  const late = new Date(task.dueAt).getTime() <= Date.now()
  return (
    <Link
      to={`/calls/${encodeURIComponent(task.id)}`}
      className={styles.item}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text fw={500} truncate>
          {task.debtor.name}
        </Text>
        <Text size="sm" fw={500} className="figure" style={{ whiteSpace: 'nowrap' }}>
          {format.amounts(task.overdue)}
        </Text>
      </Group>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="xs" c="dimmed" truncate>
          {task.kind === 'call' ? task.title : say(`kind.${task.kind}`)}
        </Text>
        {task.priority === 'high' ? (
          <Tag meaning="late" icon={IconFlag3} plain>
            {say('priority.high')}
          </Tag>
        ) : (
          !late && (
            <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
              {format.instant(task.dueAt)}
            </Text>
          )
        )}
      </Group>
    </Link>
  )
}
