import { Group, Stack, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'

interface PageProps {
  readonly title: string
  /** One line under the title: what this page is for, or what it sums up to. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly before?: ReactNode
  readonly children: ReactNode
}

/** Title, lead and actions at the same place on every page. */
export function Page({ title, lead, actions, before, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Relance`
  }, [title])
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        {before}
        <Group justify="space-between" align="flex-start" gap="md">
          <Stack gap={2} style={{ minWidth: 0 }}>
            <Title order={1}>{title}</Title>
            {lead !== undefined && (
              <Text c="dimmed" size="md" component="div">
                {lead}
              </Text>
            )}
          </Stack>
          {actions !== undefined && (
            <Group gap="sm" className="no-print">
              {actions}
            </Group>
          )}
        </Group>
      </Stack>
      {children}
    </Stack>
  )
}
