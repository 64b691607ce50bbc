import { Group, Stack, Text } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Meaning } from '../theme/palettes.ts'

interface BannerProps {
  readonly meaning: Meaning
  readonly icon: TablerIcon
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** What holds or concerns the whole object of a page. */
export function Banner({ meaning, icon: Icon, title, children, action }: BannerProps) {
  return (
    <Group
      role="note"
      wrap="nowrap"
      align="flex-start"
      justify="space-between"
      p="md"
      bdrs="md"
      bg={`var(--relance-${meaning}-soft)`}
      c={`var(--relance-${meaning}-text)`}
    >
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Icon size={20} stroke={1.7} aria-hidden style={{ flexShrink: 0 }} />
        <Stack gap={2}>
          <Text fw={600} inherit>
            {title}
          </Text>
          {children !== undefined && (
            <Text size="sm" component="div">
              {children}
            </Text>
          )}
        </Stack>
      </Group>
      {action}
    </Group>
  )
}
