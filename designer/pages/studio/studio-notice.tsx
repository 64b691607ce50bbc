import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useStudio } from '../../canvas/studio-context.tsx'
import styles from './studio.module.css'

interface Props {
  readonly title: string
  readonly text: string
  /** Shown when asked for: what the two drawings say otherwise. */
  readonly details: ReactNode
  readonly children: ReactNode
}

/** A question about the drawing that lies over it and waits: the drawing can be looked at and worked on meanwhile. */
export function StudioNotice({ title, text, details, children }: Props) {
  const { say } = useStudio()
  const heading = useId()
  const [open, setOpen] = useState(false)
  return (
    <Paper component="section" className={styles.notice} shadow="md" p="md" withBorder aria-labelledby={heading}>
      <Stack gap="sm">
        <div role="alert">
          <Text id={heading} fw={600} size="sm">
            {title}
          </Text>
          <Text size="sm">{text}</Text>
        </div>
        {open && <div className={styles.details}>{details}</div>}
        <Group gap="xs">
          <Button size="xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? 'notice.hide' : 'notice.compare')}
          </Button>
          <Group gap="xs" ms="auto">
            {children}
          </Group>
        </Group>
      </Stack>
    </Paper>
  )
}
