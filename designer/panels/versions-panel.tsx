import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { Publication } from '@relance/runtime/contract/versions'
import { diffScenarios } from '@relance/runtime/machine/diff/diff-scenarios'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useStudio } from '../canvas/studio-context.tsx'
import { useEdits } from '../canvas/use-edits.ts'
import { call } from '../client/call.ts'
import { useRoute } from '../client/queries.ts'
import { useWords } from '../i18n/words.ts'
import { tellProblem, told } from '../ui/delayed.tsx'
import { Empty, ProblemNotice } from '../ui/notice.tsx'
import { Tag } from '../ui/tag.tsx'
import { useFormat } from '../ui/use-format.ts'
import { versionsWords } from '../words/versions.ts'
import { ChangeList } from './change-list.tsx'
import styles from './versions.module.css'

interface Props {
  readonly scenario: string
  readonly onRestore: (version: number) => void
}

/** Everything that was published: by whom, why, what it changed and what became of the files; the way back. */
export function VersionsPanel({ scenario, onRestore }: Props) {
  const say = useWords(versionsWords)
  const [moving, setMoving] = useState(false)
  const { data, error } = useRoute('versions', { id: scenario }, { every: moving ? 2_000 : false })
  const isMoving = data?.items[0]?.status === 'moving'
  if (isMoving !== moving && data !== undefined) setMoving(isMoving)
  if (error !== null && data === undefined) return <ProblemNotice problem={error} />
  if (data === undefined) return null
  if (data.items.length === 0) {
    return (
      <Empty icon={<IconHistory size={28} stroke={1.6} />} title={say('history.none')} help={say('history.noneHelp')} />
    )
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {say('history.help')}
      </Text>
      <ol className={styles.history}>
        {data.items.map((publication, index) => (
          <li key={publication.id} className={styles.publication}>
            <Entry publication={publication} before={data.items[index + 1]} onRestore={onRestore} />
          </li>
        ))}
      </ol>
    </Stack>
  )
}

interface EntryProps extends Pick<Props, 'onRestore'> {
  readonly publication: Publication
  readonly before: Publication | undefined
}

function Entry({ publication, before, onRestore }: EntryProps) {
  const say = useWords(versionsWords)
  const { readOnly } = useStudio()
  const format = useFormat()
  const take = useTakeUp(publication)
  const [open, setOpen] = useState(false)
  const { version, current, restored, by, at, note, files } = publication
  return (
    <>
      <Group gap="xs">
        <Text fw={600}>{say('history.version', { version })}</Text>
        {current && <Tag meaning="paid">{say('history.current')}</Tag>}
        {restored && <Tag meaning="confirm">{say('history.restored')}</Tag>}
      </Group>
      <Text size="xs" c="dimmed">
        {say('history.by', { who: format.author(by), at: format.instant(at) })}
      </Text>
      <Text size="sm" c={note === '' ? 'dimmed' : undefined}>
        {note === '' ? say('history.noNote') : format.text(note)}
      </Text>
      <Text size="sm" className="figure">
        {say('history.files', { count: files })}
      </Text>
      <Told publication={publication} />
      <Group gap="xs">
        <Button component={Link} to={`versions/${publication.hash}`} size="compact-sm" variant="default">
          {say('history.see')}
        </Button>
        {before !== undefined && (
          <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? 'history.hide' : 'history.changes')}
          </Button>
        )}
        {!readOnly && (
          <Button size="compact-sm" variant="default" onClick={() => void take()}>
            {say('history.take')}
          </Button>
        )}
        {!readOnly && !current && (
          <Button size="compact-sm" variant="default" onClick={() => onRestore(version)}>
            {say('history.restore')}
          </Button>
        )}
      </Group>
      {open && before !== undefined && <Differences from={before.hash} to={publication.hash} />}
    </>
  )
}

const results = ['moved', 'waiting', 'parked', 'failed', 'absent', 'stayed'] as const

/** What became of the files, or how far the word has come. */
function Told({ publication }: { publication: Publication }) {
  const say = useWords(versionsWords)
  const { status, total, results: counts } = publication
  if (total === 0) return null
  const done = Object.values(counts).reduce((sum, count) => sum + (count ?? 0), 0)
  const told = results
    .filter((name) => (counts[name] ?? 0) > 0)
    .map((name) => say(`result.${name}`, { count: counts[name]! }))
  return (
    <>
      {status === 'moving' && (
        <>
          <Progress value={(done / total) * 100} size="sm" aria-label={say('history.moving', { done, total })} />
          <Text size="xs" role="status">
            {say('history.moving', { done, total })}
          </Text>
        </>
      )}
      {status === 'superseded' && <Text size="xs">{say('history.superseded')}</Text>}
      {told.length > 0 && <Text size="xs">{told.join(', ')}</Text>}
    </>
  )
}

function Differences({ from, to }: { from: string; to: string }) {
  const say = useWords(versionsWords)
  const { registry } = useStudio()
  const { data: before } = useRoute('version', { id: from })
  const { data: after } = useRoute('version', { id: to })
  if (before === undefined || after === undefined) return null
  const { changes } = diffScenarios({ before: before.document, after: after.document, registry })
  return changes.length === 0 ? <Text size="sm">{say('changes.same')}</Text> : <ChangeList changes={changes} />
}

/** Puts an older drawing into the draft, as one step that can be undone. */
function useTakeUp({ hash, version }: Publication) {
  const say = useWords(versionsWords)
  const edits = useEdits()
  return async () => {
    try {
      const { document } = await call('version', { id: hash })
      edits.run({ type: 'restore', document }, { select: { nodes: [], notes: [] } })
      told(say('history.taken', { version }))
    } catch (problem) {
      tellProblem(problem)
    }
  }
}
