import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useStudio, useStudioState } from '../../canvas/studio-context.tsx'
import { useRoute } from '../../client/queries.ts'
import { useFormat } from '../../ui/use-format.ts'

/** Somebody else saved in between: both drawings still exist, and a person chooses. */
export function ConflictDialog({ id }: { id: string }) {
  const { say, store } = useStudio()
  const format = useFormat()
  const conflict = useStudioState(({ save }) => save.state === 'conflict')
  const { data: theirs, refetch, isFetching } = useRoute('scenario', { id }, { enabled: conflict })
  const { revision } = useStudioState(({ save }) => save)
  if (!conflict) return null
  const current = theirs !== undefined && theirs.revision !== revision
  const loadTheirs = () => {
    if (theirs !== undefined) {
      store.trigger.opened({ document: theirs.document, revision: theirs.revision, at: theirs.updatedAt })
    }
  }
  return (
    <Modal
      styles={{ title: { fontWeight: 600 } }}
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={say('conflict.title')}
      centered
    >
      <Stack gap="md">
        <Text size="sm">
          {current
            ? say('conflict.who', { who: theirs.updatedBy, at: format.instant(theirs.updatedAt) })
            : say('conflict.someone')}
        </Text>
        <Text size="sm">{say('conflict.choose')}</Text>
        <Group justify="flex-end">
          {current ? (
            <>
              <Button variant="default" onClick={loadTheirs}>
                {say('conflict.theirs')}
              </Button>
              <Button onClick={() => store.trigger.keptOurs({ revision: theirs.revision })}>
                {say('conflict.ours')}
              </Button>
            </>
          ) : (
            <Button loading={isFetching} onClick={() => void refetch()}>
              {say('conflict.look')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
