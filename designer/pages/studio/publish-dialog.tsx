import { Alert, Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import type { Scenario } from '@relance/runtime/contract/scenarios'
import { segmentWords } from '@relance/sdk/facts'
import { useState } from 'react'
import { useStudio, useStudioState } from '../../canvas/studio-context.tsx'
import { useChange, useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { explain } from '../../ui/notice.tsx'
import { commonWords } from '../../words/common.ts'

interface Props {
  readonly scenario: Scenario
  readonly flush: () => Promise<boolean>
  readonly onClose: () => void
  readonly onProblems: () => void
  readonly onPublished: () => void
}

/** What publishing will do, said before it is done: errors stop it, running files keep their version. */
export function PublishDialog({ scenario, flush, onClose, onProblems, onPublished }: Props) {
  const { say, store } = useStudio()
  const sayCommon = useWords(commonWords)
  const [note, setNote] = useState('')
  const [unsaved, setUnsaved] = useState(false)
  const errors = useStudioState(({ problems }) => problems.filter(({ severity }) => severity === 'error').length)
  const warnings = useStudioState(({ problems }) => problems.length) - errors
  const publish = useChange('publish', { changes: ['scenarios', 'invoices'] })
  const version = (scenario.published?.version ?? 0) + 1
  const go = async () => {
    setUnsaved(false)
    if (!(await flush())) return setUnsaved(true)
    const { revision } = store.getSnapshot().context.save
    publish.mutate(
      { id: scenario.id, body: { note, revision } },
      {
        onSuccess: (done) => {
          told(say('publish.done', { version: done.version, count: done.enrolled }))
          onPublished()
        },
      },
    )
  }
  return (
    <Modal
      styles={{ title: { fontWeight: 600 } }}
      opened
      onClose={onClose}
      title={say('publish.title', { version })}
      centered
    >
      <Stack gap="md">
        {errors > 0 ? (
          <Alert color="late" title={say('publish.blocked', { count: errors })}>
            <Button size="compact-sm" variant="default" onClick={onProblems}>
              {say('publish.seeProblems')}
            </Button>
          </Alert>
        ) : (
          <Impact scenario={scenario} />
        )}
        {errors === 0 && warnings > 0 && <Text size="sm">{say('publish.warnings', { count: warnings })}</Text>}
        <Textarea
          data-autofocus
          label={say('publish.note')}
          placeholder={say('publish.notePlaceholder')}
          autosize
          minRows={3}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {unsaved && <Alert color="late">{say('publish.unsaved')}</Alert>}
        {publish.error !== null && (
          <Alert color="late" title={explain(publish.error, sayCommon).title}>
            {explain(publish.error, sayCommon).cure}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
          <Button disabled={errors > 0} loading={publish.isPending} onClick={() => void go()}>
            {say('publish.do', { version })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** Which files start and which stay. */
function Impact({ scenario }: { scenario: Scenario }) {
  const { say, sayWords } = useStudio()
  const segment = useStudioState(({ document }) => document.segment)
  const confirmation = useStudioState(({ document }) => document.policy.confirmation)
  const asked = { query: { segment: segment ?? undefined, limit: 1 } }
  const overdue = useRoute('invoices', { query: { ...asked.query, state: 'overdue' } }, { enabled: segment !== null })
  const coming = useRoute('invoices', { query: { ...asked.query, state: 'not-due' } }, { enabled: segment !== null })
  const open = (overdue.data?.total ?? 0) + (coming.data?.total ?? 0)
  return (
    <List size="sm" spacing={6}>
      <List.Item>
        {segment === null
          ? say('publish.noSegment')
          : say('publish.starts', {
              count: Math.max(0, open - scenario.files),
              segment: sayWords(segmentWords[segment]),
            })}
      </List.Item>
      {scenario.files > 0 && <List.Item>{say('publish.stays', { count: scenario.files })}</List.Item>}
      <List.Item>{say(`publish.${confirmation}`)}</List.Item>
    </List>
  )
}
