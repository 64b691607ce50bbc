import type { Problem } from '@relance/runtime/machine/types'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { createStore } from '@xstate/store'
import type { Selection } from './clipboard.ts'
import { applyCommand, type Command } from './command.ts'
import { emptyHistory, type History, record, redo, seal, type Travelled, travel, undo } from './history.ts'
import type { RefusalCode } from './refusal.ts'
import { subjectsOf } from './subjects.ts'

/**
 * How far what is drawn is kept on the server. `offline`: it does not answer; `conflict`: somebody else saved in between;
 * `refused`: it will not take this drawing.
 */
export type SaveState = 'saved' | 'saving' | 'offline' | 'failed' | 'conflict' | 'refused'

export interface Studio {
  readonly document: ScenarioDocument
  readonly selection: Selection
  readonly history: History
  readonly save: {
    readonly state: SaveState
    /** The document as the server has it. */
    readonly stored: ScenarioDocument
    readonly revision: number
    readonly at: string | null
  }
  readonly problems: readonly Problem[]
  /** Open threads of comments by node id. */
  readonly comments: Readonly<Record<string, number>>
  readonly refused: RefusalCode | null
}

export const noSelection: Selection = { nodes: [], notes: [] }

export interface Opened {
  readonly document: ScenarioDocument
  readonly revision: number
  readonly at: string | null
}

function opened({ document, revision, at }: Opened): Studio {
  return {
    document,
    selection: noSelection,
    history: emptyHistory,
    save: { state: 'saved', stored: document, revision, at },
    problems: [],
    comments: {},
    refused: null,
  }
}

/**
 * The state of the studio. Views send what people did; all edits pass through `did`, so that each has a name, a way back
 * and a place in the history.
 */
export function createStudioStore(start: Opened) {
  return createStore({
    context: opened(start),
    on: {
      opened: (_, event: Opened) => opened(event),
      did: (studio, { command, merge, select }: { command: Command; merge?: string; select?: Selection }): Studio => {
        const applied = applyCommand(studio.document, command)
        if ('refused' in applied) return { ...studio, refused: applied.refused }
        if (applied.changes.length === 0) return studio
        const { document, changes } = applied
        const step = { name: command.type, about: subjectsOf(changes, document), changes, merge }
        return {
          ...studio,
          document,
          history: record(studio.history, step),
          selection: select ?? present(studio.selection, document),
          refused: null,
        }
      },
      undone: (studio) => arrived(studio, undo(studio.document, studio.history)),
      redone: (studio) => arrived(studio, redo(studio.document, studio.history)),
      /** To where so many steps of the history are done. */
      travelled: (studio, { done }: { done: number }) =>
        arrived(studio, travel(studio.document, studio.history, { done })),
      sealed: (studio): Studio => ({ ...studio, history: seal(studio.history) }),
      selected: (studio, selection: Partial<Selection>): Studio => ({
        ...studio,
        selection: { ...noSelection, ...selection },
        history: seal(studio.history),
      }),
      saving: (studio): Studio => ({ ...studio, save: { ...studio.save, state: 'saving' } }),
      stored: (studio, { document, revision, at }: Opened): Studio => ({
        ...studio,
        save: { state: 'saved', stored: document, revision, at },
      }),
      saveFailed: (studio, { state }: { state: Exclude<SaveState, 'saved' | 'saving'> }): Studio => ({
        ...studio,
        save: { ...studio.save, state },
      }),
      /** Theirs wins; ours is one step back. */
      tookTheirs: (studio, { document, revision, at }: Opened): Studio => {
        const theirs = replaced(studio, { document })
        return { ...theirs, save: { state: 'saved', stored: theirs.document, revision, at } }
      },
      /** Ours wins: the next save goes over the revision that they stored. Theirs is one step back. */
      keptOurs: (studio, { document, revision, at }: Opened): Studio => {
        const theirs = replaced(studio, { document })
        const ours = replaced(theirs, { document: studio.document })
        return { ...ours, save: { state: 'saved', stored: theirs.document, revision, at } }
      },
      checked: (studio, { problems }: { problems: readonly Problem[] }): Studio => ({ ...studio, problems }),
      commented: (studio, { counts }: { counts: Readonly<Record<string, number>> }): Studio => ({
        ...studio,
        comments: counts,
      }),
    },
  })
}

export type StudioStore = ReturnType<typeof createStudioStore>

/** True while something drawn is not on the server. */
export function isUnsaved({ document, save }: Studio): boolean {
  return document !== save.stored
}

/** The whole drawing by another one, as a step that can be taken back. */
function replaced(studio: Studio, { document }: { document: ScenarioDocument }): Studio {
  const applied = applyCommand(studio.document, { type: 'restore', document })
  // What the server holds is valid and goes in; should it ever not, the drawing stays and the next save tells.
  if ('refused' in applied) return { ...studio, refused: applied.refused }
  const step = { name: 'restore', about: [], changes: applied.changes } as const
  return {
    ...studio,
    document: applied.document,
    history: record(studio.history, step),
    selection: present(studio.selection, applied.document),
    refused: null,
  }
}

function arrived(studio: Studio, travel: Travelled | null): Studio {
  if (travel === null) return studio
  return { ...studio, ...travel, selection: present(studio.selection, travel.document), refused: null }
}

/** The part of a selection that is still in the document. */
function present(selection: Selection, { nodes, notes }: ScenarioDocument): Selection {
  const ids = new Set([...nodes, ...notes].map(({ id }) => id))
  const kept = {
    nodes: selection.nodes.filter((id) => ids.has(id)),
    notes: selection.notes.filter((id) => ids.has(id)),
  }
  const same = kept.nodes.length === selection.nodes.length && kept.notes.length === selection.notes.length
  return same ? selection : kept
}
