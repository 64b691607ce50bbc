import { Button, FileButton, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useWords } from '../../i18n/words.ts'
import { importWords } from '../../words/import.ts'
import styles from './import.module.css'

/** Takes one file, dropped or chosen. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const say = useWords(importWords)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined) onFile(file)
  }
  return (
    <section
      className={styles.drop}
      aria-label={say('drop')}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={36} stroke={1.3} color="var(--mantine-color-dimmed)" aria-hidden />
      <Text fw={600}>{say(over ? 'drop.over' : 'drop')}</Text>
      <Text size="sm" c="dimmed" maw={460}>
        {say('drop-help')}
      </Text>
      <FileButton accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={(file) => file !== null && onFile(file)}>
        {(props) => (
          <Button {...props} mt="sm">
            {say('drop.choose')}
          </Button>
        )}
      </FileButton>
    </section>
  )
}
