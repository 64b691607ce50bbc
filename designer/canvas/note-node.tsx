import type { NodeProps } from '@xyflow/react'
import { memo, useEffect, useRef, useState } from 'react'
import styles from './canvas.module.css'
import type { NoteNodeType } from './flow-parts.ts'
import { useStudio } from './studio-context.tsx'

/** A remark on the drawing, for colleagues. Double click or Enter writes in it. */
export const NoteNode = memo(function NoteNode({ id, data, selected }: NodeProps<NoteNodeType>) {
  const { say, store, readOnly } = useStudio()
  const [writing, setWriting] = useState(data.note.text === '' && !readOnly)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (writing) field.current?.focus()
  }, [writing])
  const finish = () => {
    setWriting(false)
    store.trigger.sealed()
  }
  const write = (text: string) =>
    store.trigger.did({ command: { type: 'set-note', note: id, text }, merge: `note ${id}` })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard enters a note by Enter on the focused step
    <div className={styles.note} data-selected={selected || undefined} onDoubleClick={() => setWriting(!readOnly)}>
      {writing ? (
        <textarea
          ref={field}
          className="nodrag nopan nowheel"
          aria-label={say('note.label')}
          placeholder={say('note.placeholder')}
          value={data.note.text}
          onChange={(event) => write(event.currentTarget.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            // The keyboard goes back to the board, where the next key is heard.
            if (event.key === 'Escape') field.current?.closest<HTMLElement>('.react-flow__node')?.focus()
            event.stopPropagation()
          }}
          maxLength={20_000}
          rows={4}
        />
      ) : (
        <p>{data.note.text === '' ? say('note.empty') : data.note.text}</p>
      )}
    </div>
  )
})
