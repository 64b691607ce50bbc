import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconHistory, IconPoint, IconPointFilled } from '@tabler/icons-react'
import styles from './canvas.module.css'
import { nameEdit } from './name-edit.ts'
import { useStudio, useStudioState } from './studio-context.tsx'

interface Props {
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
  /** Goes to where so many steps are done. */
  readonly onTravel: (done: number) => void
}

/** Everything that was done since the scenario was opened, the last first; choosing one goes there. */
export function HistoryMenu({ opened, onChange, onTravel }: Props) {
  const { say } = useStudio()
  return (
    <Menu
      opened={opened}
      onChange={onChange}
      position="bottom-start"
      width={320}
      withinPortal={false}
      trapFocus
      returnFocus
      withInitialFocusPlaceholder={false}
      // The key that opens it is no key pressed outside of it.
      clickOutsideEvents={['mousedown', 'touchstart']}
    >
      <Menu.Target>
        <Tooltip label={say('keys.history')}>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={say('keys.history')}>
            <IconHistory size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className={styles.history}>
        <Menu.Label>{say('history.title')}</Menu.Label>
        <Steps onTravel={onTravel} />
      </Menu.Dropdown>
    </Menu>
  )
}

function Steps({ onTravel }: Pick<Props, 'onTravel'>) {
  const studio = useStudio()
  const { say } = studio
  const { past, future } = useStudioState(({ history }) => history)
  const named = [...past, ...future].map((step, at) => ({ done: at + 1, words: nameEdit(step, studio) }))
  return [{ done: 0, words: say('history.start') }, ...named].reverse().map(({ done, words }) => (
    <Menu.Item
      key={done}
      className={styles.historyStep}
      data-undone={done > past.length || undefined}
      aria-current={done === past.length ? 'step' : undefined}
      leftSection={
        done === past.length ? <IconPointFilled size={16} aria-hidden /> : <IconPoint size={16} aria-hidden />
      }
      onClick={() => onTravel(done)}
    >
      {words}
    </Menu.Item>
  ))
}
