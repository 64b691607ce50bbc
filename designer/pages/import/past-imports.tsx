import { Stack, Text, Title } from '@mantine/core'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { ScrollFrame } from '../../ui/scroll-frame.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { importWords } from '../../words/import.ts'

/** What was imported before, the latest first. */
export function PastImports() {
  const say = useWords(importWords)
  const format = useFormat()
  const { data } = useRoute('imports', {})
  if (data === undefined) return null
  return (
    <Stack gap="sm">
      <Title order={2}>{say('past')}</Title>
      {data.items.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('past.none')}
        </Text>
      ) : (
        <ScrollFrame label={say('past')}>
          <thead>
            <tr>
              <th scope="col">{say('past.file')}</th>
              <th scope="col">{say('found.subject')}</th>
              <th scope="col">{say('past.when')}</th>
              <th scope="col">{say('past.accepted')}</th>
              <th scope="col">{say('past.rejected')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map(({ id, file, detection, at, accepted, rejected }) => (
              <tr key={id}>
                <td>{file}</td>
                <td>{detection === null ? '' : say(`subject.${detection.subject}`)}</td>
                <td>{format.instant(at)}</td>
                <td>{format.number(accepted)}</td>
                <td>{format.number(rejected.length)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollFrame>
      )}
    </Stack>
  )
}
