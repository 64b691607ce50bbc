import { ActionIcon, Button, Group, TextInput, Tooltip, VisuallyHidden } from '@mantine/core'
import type { Scenario } from '@relance/runtime/contract/scenarios'
import { IconArrowLeft, IconPlayerPlay, IconPrinter, IconSend2, IconSettings } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useStudio, useStudioState } from '../../canvas/studio-context.tsx'
import { useEdits } from '../../canvas/use-edits.ts'
import { isUnsaved } from '../../document/studio-store.ts'
import styles from '../../panels/panels.module.css'
import { Tag } from '../../ui/tag.tsx'
import { SaveBadge } from './save-badge.tsx'

interface Props {
  readonly scenario: Scenario
  readonly onSettings: () => void
  readonly onRehearse: () => void
  readonly onPublish: () => void
}

/** Name, what is kept, what is published, and the two ways forward: rehearse and publish. */
export function StudioHeader({ scenario, onSettings, onRehearse, onPublish }: Props) {
  const { say, readOnly, store } = useStudio()
  const edits = useEdits()
  const name = useStudioState(({ document }) => document.name)
  return (
    <header className={styles.header}>
      <VisuallyHidden component="h1">{name}</VisuallyHidden>
      <Tooltip label={say('header.back')}>
        <ActionIcon component={Link} to="/scenarios" aria-label={say('header.back')} size={32}>
          <IconArrowLeft size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <TextInput
        className={styles.name}
        aria-label={say('header.name')}
        value={name}
        maxLength={120}
        disabled={readOnly}
        error={name === ''}
        onChange={({ currentTarget: { value } }) => {
          if (value.trim() !== '') edits.run({ type: 'describe', name: value }, { merge: 'describe name' })
        }}
        onBlur={() => store.trigger.sealed()}
      />
      <Group gap="sm" wrap="nowrap" visibleFrom="sm">
        <PublishedTag scenario={scenario} />
        {readOnly ? <Tag meaning="gray">{say('header.readOnly')}</Tag> : <SaveBadge />}
      </Group>
      <Group gap="sm" wrap="nowrap" ms="auto">
        <Tooltip label={say('header.dossier')}>
          <ActionIcon
            component={Link}
            to={`/scenarios/${scenario.id}/dossier`}
            aria-label={say('header.dossier')}
            size={32}
            visibleFrom="sm"
          >
            <IconPrinter size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={say('header.settings')}>
          <ActionIcon aria-label={say('header.settings')} size={32} onClick={onSettings}>
            <IconSettings size={18} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
        <Button
          variant="default"
          size="xs"
          h={32}
          leftSection={<IconPlayerPlay size={16} stroke={1.7} />}
          onClick={onRehearse}
          visibleFrom="sm"
        >
          {say('header.rehearse')}
        </Button>
        <Button size="xs" h={32} leftSection={<IconSend2 size={16} stroke={1.7} />} onClick={onPublish}>
          {say('header.publish')}
        </Button>
      </Group>
    </header>
  )
}

/** Saved is visibly not published. */
export function PublishedTag({ scenario }: { scenario: Scenario }) {
  const { say } = useStudio()
  const unsaved = useStudioState(isUnsaved)
  const { published, dirty } = scenario
  if (published === null) return <Tag meaning="gray">{say('published.never')}</Tag>
  if (dirty || unsaved) return <Tag meaning="confirm">{say('published.dirty', { version: published.version })}</Tag>
  return <Tag meaning="paid">{say('published.current', { version: published.version })}</Tag>
}
