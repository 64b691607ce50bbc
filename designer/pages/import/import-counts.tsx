import { Group, Stack, Text } from '@mantine/core'
import type { ImportReport } from '@relance/runtime/contract/imports'
import { IconAlertTriangle, IconCheck, IconFileText } from '@tabler/icons-react'
import { useWords } from '../../i18n/words.ts'
import { Tag } from '../../ui/tag.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { importWords } from '../../words/import.ts'

const details = ['created', 'changed', 'unchanged', 'settled'] as const

/** What an import read, took and refused, and what that changes. */
export function ImportCounts({ report }: { report: ImportReport }) {
  const say = useWords(importWords)
  const format = useFormat()
  const { read, accepted, rejected, open } = report
  const shown = details.filter((detail) => report[detail] > 0)
  return (
    <Stack gap="xs" aria-live="polite">
      <Group gap="sm">
        <Tag meaning="gray" icon={IconFileText}>
          {say('count.read', { count: read })}
        </Tag>
        <Tag meaning="paid" icon={IconCheck}>
          {say('count.accepted', { count: accepted })}
        </Tag>
        {rejected.length > 0 && (
          <Tag meaning="late" icon={IconAlertTriangle}>
            {say('count.rejected', { count: rejected.length })}
          </Tag>
        )}
      </Group>
      <Text size="sm" c="dimmed" className="figure">
        {[
          ...shown.map((detail) => say(`count.${detail}`, { count: report[detail] })),
          ...(Object.keys(open).length > 0 ? [say('count.open', { open: format.amounts(open) })] : []),
        ].join(' · ')}
      </Text>
    </Stack>
  )
}
