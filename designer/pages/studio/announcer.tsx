import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { nameEdit } from '../../canvas/name-edit.ts'
import { useStudio, useStudioState } from '../../canvas/studio-context.tsx'
import { told } from '../../ui/delayed.tsx'

/** Says each edit to a screen reader, and shows why one was refused. */
export function Announcer() {
  const studio = useStudio()
  const { say } = studio
  const history = useStudioState((studio) => studio.history)
  const refused = useStudioState((studio) => studio.refused)
  const before = useRef(history)
  const [text, setText] = useState('')
  useEffect(() => {
    const [was, is] = [before.current, history]
    before.current = history
    const undone = is.future.length > was.future.length ? is.future[0] : undefined
    const redone = is.future.length < was.future.length && is.past.length > was.past.length
    const last = is.past.at(-1)
    if (undone !== undefined) setText(say('said.undone', { what: nameEdit(undone, studio) }))
    else if (last !== undefined && is.past.length !== was.past.length) {
      setText(say(redone ? 'said.redone' : 'said.done', { what: nameEdit(last, studio) }))
    }
  }, [history, say, studio])
  useEffect(() => {
    if (refused !== null && refused !== 'nothing-to-do') told(say(`refused.${refused}`))
  }, [refused, say])
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {text}
    </VisuallyHidden>
  )
}
