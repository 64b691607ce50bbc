import { ActionIcon, Group, Menu, Stack, Text } from '@mantine/core'
import type { ScenarioSummary } from '@relance/runtime/contract/scenarios'
import {
  IconCircleCheck,
  IconCopy,
  IconDots,
  IconDownload,
  IconPencil,
  IconPencilExclamation,
  IconTrash,
} from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { call } from '../../client/call.ts'
import { refresh } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { delay } from '../../ui/delayed.tsx'
import { SegmentName } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { scenariosWords } from '../../words/scenarios.ts'
import styles from './scenarios.module.css'
import type { ScenarioActions } from './use-scenario-actions.ts'

interface ScenarioCardProps {
  readonly scenario: ScenarioSummary
  readonly actions: ScenarioActions
  readonly onDeleted: (id: string) => void
  readonly onRestored: (id: string) => void
}

export function ScenarioCard({ scenario, actions, onDeleted, onRestored }: ScenarioCardProps) {
  const say = useWords(scenariosWords)
  const format = useFormat()
  const { id, name, description, segment, published, updatedAt, updatedBy, files, steps } = scenario
  return (
    <article className={styles.card}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <Stack gap={2} miw={0}>
          <Link to={`/scenarios/${encodeURIComponent(id)}`} className={styles.name}>
            {format.text(name)}
          </Link>
          <Text size="sm" c="dimmed">
            {segment === null ? say('segment.none') : <SegmentName segment={segment} />} ·{' '}
            {say('steps', { count: steps })}
          </Text>
        </Stack>
        <CardMenu scenario={scenario} actions={actions} onDeleted={onDeleted} onRestored={onRestored} />
      </Group>
      {description !== '' && (
        <Text size="sm" lineClamp={3}>
          {format.text(description)}
        </Text>
      )}
      <States scenario={scenario} />
      <Group className={styles.foot} justify="space-between" gap="sm">
        <Text size="xs" c="dimmed">
          {published !== null && !scenario.dirty
            ? say('published', { when: format.instant(published.at), who: format.author(published.by) })
            : say('updated', { when: format.ago(updatedAt), who: format.author(updatedBy) })}
        </Text>
        {files > 0 && (
          <Text size="xs" fw={500} className="figure">
            {say('files', { count: files })}
          </Text>
        )}
      </Group>
    </article>
  )
}

function States({ scenario: { published, dirty } }: { scenario: ScenarioSummary }) {
  const say = useWords(scenariosWords)
  return (
    <Group gap="sm">
      {published === null ? (
        <Tag meaning="gray" icon={IconPencil}>
          {say('state.draft')}
        </Tag>
      ) : (
        <Tag meaning="paid" icon={IconCircleCheck}>
          {say('state.published', { version: published.version })}
        </Tag>
      )}
      {published !== null && dirty && (
        <Tag meaning="confirm" icon={IconPencilExclamation}>
          {say('state.dirty')}
        </Tag>
      )}
    </Group>
  )
}

function CardMenu({ scenario, actions, onDeleted, onRestored }: ScenarioCardProps) {
  const say = useWords(scenariosWords)
  const client = useQueryClient()
  const { id, name, published } = scenario
  const remove = () => {
    onDeleted(id)
    delay({
      words: say('delete.pending', { name }),
      run: async () => {
        try {
          await call('deleteScenario', { id })
        } catch (problem) {
          onRestored(id)
          throw problem
        }
        refresh(client, ['scenarios'])
      },
      onUndo: () => onRestored(id),
    })
  }
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon className={styles.above} aria-label={say('more', { name })}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void actions.duplicate(id)}>
          {say('duplicate')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => void actions.exportFile(id)}>
          {say('export')}
        </Menu.Item>
        {published === null && (
          <Menu.Item leftSection={<IconTrash size={16} />} color="late" onClick={remove}>
            {say('delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
