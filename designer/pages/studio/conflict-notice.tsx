import { Button } from '@mantine/core'
import { useStudio, useStudioState } from '../../canvas/studio-context.tsx'
import { useRoute } from '../../client/queries.ts'
import { useFormat } from '../../ui/use-format.ts'
import { Differences } from './differences.tsx'
import { StudioNotice } from './studio-notice.tsx'

/** Somebody else saved in between: both drawings still exist, and a person chooses. */
export function ConflictNotice({ id }: { id: string }) {
  const { say, store } = useStudio()
  const format = useFormat()
  const conflict = useStudioState(({ save }) => save.state === 'conflict')
  const { revision } = useStudioState(({ save }) => save)
  const ours = useStudioState(({ document }) => document)
  const { data: theirs, refetch, isFetching } = useRoute('scenario', { id }, { enabled: conflict, every: 5_000 })
  if (!conflict) return null
  if (theirs === undefined || theirs.revision === revision) {
    return (
      <StudioNotice title={say('conflict.title')} text={say('conflict.someone')} details={null}>
        <Button size="xs" loading={isFetching} onClick={() => void refetch()}>
          {say('conflict.look')}
        </Button>
      </StudioNotice>
    )
  }
  const { document, updatedBy, updatedAt } = theirs
  const other = { document, revision: theirs.revision, at: updatedAt }
  return (
    <StudioNotice
      title={say('conflict.title')}
      text={say('conflict.who', { who: format.author(updatedBy), at: format.instant(updatedAt) })}
      details={<Differences before={ours} after={document} />}
    >
      <Button size="xs" variant="default" onClick={() => store.trigger.tookTheirs(other)}>
        {say('conflict.theirs')}
      </Button>
      <Button size="xs" onClick={() => store.trigger.keptOurs(other)}>
        {say('conflict.ours')}
      </Button>
    </StudioNotice>
  )
}
