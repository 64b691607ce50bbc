import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useStudio } from '../../canvas/studio-context.tsx'
import { useEdits } from '../../canvas/use-edits.ts'
import { useFormat } from '../../ui/use-format.ts'
import { Differences } from './differences.tsx'
import { copiesOf, dropCopy, heldPlaces } from './local-copies.ts'
import { StudioNotice } from './studio-notice.tsx'

type Found = ReturnType<typeof copiesOf>[number]

/** Work that a closed or lost window left in this browser, offered back: taken up, it is one step that can be undone. */
export function RecoveryNotice({ id }: { id: string }) {
  const { say, store } = useStudio()
  const edits = useEdits()
  const format = useFormat()
  const [found, setFound] = useFound(id)
  const [copy] = found
  if (copy === undefined) return null
  const settle = () => {
    dropCopy(copy.place)
    setFound(found.slice(1))
  }
  const { document, save } = store.getSnapshot().context
  return (
    <StudioNotice
      title={say('recovery.title')}
      text={say(copy.revision === save.revision ? 'recovery.help' : 'recovery.older', { at: format.instant(copy.at) })}
      details={<Differences before={document} after={copy.document} />}
    >
      <Button size="xs" variant="default" onClick={settle}>
        {say('recovery.drop')}
      </Button>
      <Button
        size="xs"
        onClick={() => {
          edits.run({ type: 'restore', document: copy.document }, { select: { nodes: [], notes: [] } })
          settle()
        }}
      >
        {say('recovery.take')}
      </Button>
    </StudioNotice>
  )
}

/** What was left behind and is not already what the server has. */
function useFound(id: string) {
  const { store, readOnly } = useStudio()
  const [found, setFound] = useState<readonly Found[]>([])
  useEffect(() => {
    if (readOnly) return
    void heldPlaces().then((alive) => {
      const stored = JSON.stringify(store.getSnapshot().context.save.stored)
      const left = copiesOf(id, { alive })
      const known = left.filter(({ document }) => JSON.stringify(document) === stored)
      for (const { place } of known) dropCopy(place)
      setFound(left.filter((copy) => !known.includes(copy)))
    })
  }, [id, store, readOnly])
  return [found, setFound] as const
}
