import { Alert, Button, Divider, Group, List, Loader, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { Scenario } from '@relance/runtime/contract/scenarios'
import type { Impact } from '@relance/runtime/contract/versions'
import { segmentWords } from '@relance/sdk/facts'
import { useEffect, useState } from 'react'
import { useStudio, useStudioState } from '../../canvas/studio-context.tsx'
import { useChange, useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { ChangeList } from '../../panels/change-list.tsx'
import { narrow } from '../../ui/data-table.tsx'
import { told } from '../../ui/delayed.tsx'
import { explain } from '../../ui/notice.tsx'
import { commonWords } from '../../words/common.ts'
import { versionsWords } from '../../words/versions.ts'
import { FileMoves } from './file-moves.tsx'
import { asBody, type Choices, movesAsked } from './move-choices.ts'

interface Props {
  readonly scenario: Scenario
  /** The older version to bring back; without it, the draft is published. */
  readonly restored: number | null
  readonly flush: () => Promise<boolean>
  readonly onClose: () => void
  readonly onProblems: () => void
  readonly onPublished: () => void
}

/** What publishing will do, said before it is done: what changes, which files start, stay and move. */
export function PublishDialog({ scenario, restored, flush, onClose, onProblems, onPublished }: Props) {
  const { say } = useStudio()
  const sayVersions = useWords(versionsWords)
  const sayCommon = useWords(commonWords)
  const isNarrow = useMediaQuery(narrow) ?? false
  const [note, setNote] = useState('')
  const [choices, setChoices] = useState<Choices>({})
  const saved = useSaved(flush, restored === null)
  const errors = useStudioState(({ problems }) => problems.filter(({ severity }) => severity === 'error').length)
  const blocked = restored === null && errors > 0
  const query = { version: restored ?? undefined, moves: movesAsked(choices) }
  const { data: impact, error } = useRoute(
    'impact',
    { id: scenario.id, query },
    { enabled: saved === 'saved' && !blocked, keep: true },
  )
  const version = impact?.version ?? (scenario.published?.version ?? 0) + 1
  const { publish, pending, problem } = usePublish({ scenario, restored, onPublished })
  return (
    <Modal
      styles={{ title: { fontWeight: 600 } }}
      opened
      onClose={onClose}
      title={
        restored === null ? say('publish.title', { version }) : sayVersions('restore.title', { version: restored })
      }
      size="xl"
      closeButtonProps={{ 'aria-label': say('close') }}
      fullScreen={isNarrow}
      centered
    >
      <Stack gap="md">
        {blocked && (
          <Alert color="late" title={say('publish.blocked', { count: errors })}>
            <Button size="compact-sm" variant="default" onClick={onProblems}>
              {say('publish.seeProblems')}
            </Button>
          </Alert>
        )}
        {saved === 'failed' && <Alert color="late">{say('publish.unsaved')}</Alert>}
        {!blocked && impact === undefined && error === null && saved !== 'failed' && (
          <Text size="sm" role="status">
            <Loader size={12} mr={6} /> {sayVersions('impact.waiting')}
          </Text>
        )}
        {error !== null && <Alert color="late">{explain(error, sayCommon).cure}</Alert>}
        {impact !== undefined && !blocked && (
          <>
            <Outline impact={impact} first={scenario.published === null} restored={restored !== null} />
            <Divider />
            <FileMoves impact={impact} choices={choices} onChoose={setChoices} />
            <Divider />
          </>
        )}
        <Textarea
          data-autofocus
          label={say('publish.note')}
          placeholder={say('publish.notePlaceholder')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {problem !== null && (
          <Alert color="late" title={explain(problem, sayCommon).title}>
            {explain(problem, sayCommon).cure}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button
            disabled={blocked || impact === undefined}
            loading={pending}
            onClick={() => impact && publish({ note, choices: asBody(choices, impact.steps) })}
          >
            {restored === null ? say('publish.do', { version }) : sayVersions('restore.do')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** The draft is stored before its effect is worked out. */
function useSaved(flush: () => Promise<boolean>, wanted: boolean): 'saving' | 'saved' | 'failed' {
  const [saved, setSaved] = useState<'saving' | 'saved' | 'failed'>(wanted ? 'saving' : 'saved')
  useEffect(() => {
    if (!wanted) return
    void flush().then((kept) => setSaved(kept ? 'saved' : 'failed'))
  }, [flush, wanted])
  return saved
}

type Decision = { readonly note: string; readonly choices: ReturnType<typeof asBody> }

function usePublish({ scenario, restored, onPublished }: Pick<Props, 'scenario' | 'restored' | 'onPublished'>) {
  const { say, store } = useStudio()
  const sayVersions = useWords(versionsWords)
  const change = { changes: ['scenarios', 'invoices'] as const }
  const publish = useChange('publish', change)
  const restore = useChange('restore', change)
  const { id } = scenario
  const go = (decision: Decision) => {
    if (restored !== null) {
      const onSuccess = () => {
        told(sayVersions('restore.done', { version: restored }))
        onPublished()
      }
      return restore.mutate({ id, body: { ...decision, version: restored } }, { onSuccess })
    }
    const { revision } = store.getSnapshot().context.save
    const onSuccess = (done: { version: number; enrolled: number }) => {
      told(say('publish.done', { version: done.version, count: done.enrolled }))
      onPublished()
    }
    publish.mutate({ id, body: { ...decision, revision } }, { onSuccess })
  }
  return { publish: go, pending: publish.isPending || restore.isPending, problem: publish.error ?? restore.error }
}

/** What the drawing says otherwise, and which invoices start. */
function Outline({ impact, first, restored }: { impact: Impact; first: boolean; restored: boolean }) {
  const { say, sayWords } = useStudio()
  const sayVersions = useWords(versionsWords)
  const segment = useStudioState(({ document }) => document.segment)
  const confirmation = useStudioState(({ document }) => document.policy.confirmation)
  const warnings = useStudioState(({ problems }) => problems.filter(({ severity }) => severity === 'warning').length)
  const { changes, starts } = impact
  return (
    <>
      <Stack gap="xs">
        <Text fw={600}>{sayVersions('changes.title')}</Text>
        {changes.length > 0 ? (
          <ChangeList changes={changes} />
        ) : (
          <Text size="sm">{sayVersions(first ? 'changes.first' : 'changes.none')}</Text>
        )}
      </Stack>
      {restored ? (
        <Text size="sm">{sayVersions('restore.help')}</Text>
      ) : (
        <List size="sm" spacing={6}>
          <List.Item>
            {segment === null
              ? say('publish.noSegment')
              : say('publish.starts', { count: starts, segment: sayWords(segmentWords[segment]) })}
          </List.Item>
          <List.Item>{say(`publish.${confirmation}`)}</List.Item>
          {warnings > 0 && <List.Item>{say('publish.warnings', { count: warnings })}</List.Item>}
        </List>
      )}
    </>
  )
}
