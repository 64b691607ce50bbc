import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import styles from './canvas.module.css'
import { useStudio } from './studio-context.tsx'

/** An empty drawing teaches: what comes first, and one button to begin. */
export function FirstStepHint({ onAdd }: { onAdd: () => void }) {
  const { say } = useStudio()
  return (
    <div className={styles.hint}>
      <Text fw={600}>{say('empty.title')}</Text>
      <Text size="sm" c="dimmed">
        {say('empty.help')}
      </Text>
      <Button size="sm" mt="sm" leftSection={<IconPlus size={16} />} onClick={onAdd}>
        {say('empty.add')}
      </Button>
    </div>
  )
}
