import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ImportReport } from '@relance/runtime/contract/imports'
import { IconDownload } from '@tabler/icons-react'
import { tableText } from '../../format/table-text.ts'
import { useWords } from '../../i18n/words.ts'
import { ScrollFrame } from '../../ui/scroll-frame.tsx'
import { importWords } from '../../words/import.ts'

/** Lines shown on the page; all of them are in the download. */
const shownLines = 20

interface RejectsProps {
  readonly file: string
  readonly rejected: ImportReport['rejected']
}

/** Each line that was not taken, with the reason and its cure. */
export function Rejects({ file, rejected }: RejectsProps) {
  const say = useWords(importWords)
  const download = () => {
    const rows = rejected.map(({ line, reason }) => [String(line), reason])
    const text = tableText([[say('rejects.line'), say('rejects.reason')], ...rows])
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
    link.download = `${file.replace(/\.\w+$/, '')}-${say('rejects.file')}.csv`
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const more = rejected.length - shownLines
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2}>{say('rejects')}</Title>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={download}>
          {say('rejects.download')}
        </Button>
      </Group>
      <ScrollFrame label={say('rejects')}>
        <thead>
          <tr>
            <th scope="col">{say('rejects.line')}</th>
            <th scope="col">{say('rejects.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rejected.slice(0, shownLines).map(({ line, reason }) => (
            <tr key={`${line}${reason}`}>
              <td>{line}</td>
              <td data-wrap>{reason}</td>
            </tr>
          ))}
        </tbody>
      </ScrollFrame>
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {say('rejects.more', { count: more })}
        </Text>
      )}
    </Stack>
  )
}
