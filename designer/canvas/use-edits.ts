import type { NodeDefinition } from '@relance/sdk/define-node'
import { useMemo } from 'react'
import { copyParts, type Fragment, freshCopy, type Selection } from '../document/clipboard.ts'
import type { Command } from '../document/command.ts'
import type { Attachment } from '../document/commands/add-node.ts'
import type { Position } from '../document/commands/move.ts'
import { freshId } from '../document/fresh-id.ts'
import { addStep } from '../document/intents/add-step.ts'
import { alignParts, type Side } from '../document/intents/align-parts.ts'
import { distributeParts, type Spread } from '../document/intents/distribute-parts.ts'
import { nudgeParts } from '../document/intents/nudge-parts.ts'
import { removeParts } from '../document/intents/remove-parts.ts'
import type { Direction } from '../document/intents/walk.ts'
import { arrange } from './geometry/arrange.ts'
import { type DrawnLine, startOf } from './geometry/draw-scenario.ts'
import { placedParts } from './geometry/placed-parts.ts'
import { type StudioContent, useStudio } from './studio-context.tsx'

/** What people can do to the open scenario, as one call each. */
export function useEdits() {
  const studio = useStudio()
  return useMemo(() => editsOf(studio), [studio])
}

export type Edits = ReturnType<typeof editsOf>

function editsOf({ store, read, readOnly }: StudioContent) {
  const now = () => store.getSnapshot().context
  const run = (command: Command, options: { merge?: string; select?: Selection } = {}) => {
    if (!readOnly) store.trigger.did({ command, ...options })
  }
  const pasteAs = (fragment: Fragment, { type, shift }: { type: 'paste' | 'duplicate'; shift: Position }) => {
    const command = freshCopy(fragment, { document: now().document, shift, type })
    run(command, { select: { nodes: command.nodes.map(({ id }) => id), notes: command.notes.map(({ id }) => id) } })
  }
  return {
    run,
    /** Adds a step and returns its id. */
    add: (definition: NodeDefinition, { after, at }: { after?: Attachment; at?: Position }) => {
      const command = addStep({ document: now().document, definition, read, after, at })
      run(command, { select: { nodes: [command.node.id], notes: [] } })
      return command.node.id
    },
    addNote: (position: Position) => {
      const note = { id: freshId('note', { document: now().document }), text: '', position }
      run({ type: 'add-note', note }, { select: { nodes: [], notes: [note.id] } })
    },
    remove: (selection: Selection = now().selection) => run(removeParts(now().document, { selection, read })),
    removeLine: ({ source, exit }: DrawnLine) => {
      if (source === startOf.open || source === startOf.paid) {
        run({ type: 'set-entry', entry: source === startOf.open ? 'open' : 'paid', node: null })
      } else run({ type: 'disconnect', lines: [{ source, ports: exit.outcomes.map(({ port }) => port) }] })
    },
    copy: (): Fragment => copyParts(now().document, now().selection),
    paste: (fragment: Fragment, shift: Position) => pasteAs(fragment, { type: 'paste', shift }),
    duplicate: () =>
      pasteAs(copyParts(now().document, now().selection), { type: 'duplicate', shift: { x: 32, y: 32 } }),
    /** Moves what is chosen by 8 pixels, or 40; repeated presses are one step of the history. */
    nudge: (direction: Direction, { far }: { far: boolean }) => {
      const { document, selection } = now()
      const merge = `nudge ${[...selection.nodes, ...selection.notes].join()}`
      run(nudgeParts(document, { selection, direction, by: far ? 40 : 8 }), { merge })
    },
    align: (side: Side) => run(alignParts(placedParts(now(), { read }), { side })),
    distribute: (direction: Spread) => run(distributeParts(placedParts(now(), { read }), { direction })),
    /** Locks the chosen steps, or unlocks them when all are locked. */
    lock: () => {
      const { document, selection } = now()
      const chosen = document.nodes.filter(({ id }) => selection.nodes.includes(id))
      const free = chosen.some(({ locked }) => locked !== true)
      run({ type: free ? 'lock' : 'unlock', nodes: chosen.map(({ id }) => id) })
    },
    arrange: () => run(arrange(now().document, { read })),
    undo: () => (readOnly ? undefined : store.trigger.undone()),
    redo: () => (readOnly ? undefined : store.trigger.redone()),
    /** Goes to where so many steps of the history are done. */
    travel: (done: number) => (readOnly ? undefined : store.trigger.travelled({ done })),
  }
}
