import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { applyChanges, type Change } from './change.ts'
import { type AddNode, addNode } from './commands/add-node.ts'
import { type Connect, connect } from './commands/connect.ts'
import { type Delete, deleteParts } from './commands/delete.ts'
import { type Describe, describeScenario } from './commands/describe.ts'
import { type Disconnect, disconnect } from './commands/disconnect.ts'
import { type Lock, lock } from './commands/lock.ts'
import { type Move, move } from './commands/move.ts'
import { type AddNote, addNote, type SetNote, setNote } from './commands/note.ts'
import { type Paste, paste } from './commands/paste.ts'
import { type Rename, rename } from './commands/rename.ts'
import { type Restore, restore } from './commands/restore.ts'
import { type SetEntry, setEntry } from './commands/set-entry.ts'
import { type SetPolicy, setPolicy } from './commands/set-policy.ts'
import { type SetSettings, setSettings } from './commands/set-settings.ts'
import { Draft } from './draft.ts'
import { Refusal, type RefusalCode } from './refusal.ts'

/** Everything that a person can do to a scenario. */
export type Command =
  | AddNode
  | AddNote
  | Connect
  | Delete
  | Describe
  | Disconnect
  | Lock
  | Move
  | Paste
  | Rename
  | Restore
  | SetEntry
  | SetNote
  | SetPolicy
  | SetSettings

export type CommandName = Command['type']

const edits: { [N in CommandName]: (draft: Draft, command: Extract<Command, { type: N }>) => void } = {
  'add-node': addNode,
  'add-note': addNote,
  align: move as (draft: Draft, command: never) => void,
  connect,
  delete: deleteParts,
  describe: describeScenario,
  disconnect,
  distribute: move as (draft: Draft, command: never) => void,
  duplicate: paste as (draft: Draft, command: never) => void,
  'lay-out': move as (draft: Draft, command: never) => void,
  lock: lock as (draft: Draft, command: never) => void,
  move: move as (draft: Draft, command: never) => void,
  paste: paste as (draft: Draft, command: never) => void,
  rename,
  restore,
  'set-entry': setEntry,
  'set-note': setNote,
  'set-policy': setPolicy,
  'set-settings': setSettings,
  unlock: lock as (draft: Draft, command: never) => void,
}

export type Applied =
  | { readonly document: ScenarioDocument; readonly changes: readonly Change[] }
  | { readonly refused: RefusalCode }

/** Carries out a command on a document as value. A refused command changes nothing. */
export function applyCommand(document: ScenarioDocument, command: Command): Applied {
  const draft = new Draft(document)
  try {
    const edit = edits[command.type] as (draft: Draft, command: Command) => void
    edit(draft, command)
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code }
    throw error
  }
  return { document: applyChanges(document, draft.changes), changes: draft.changes }
}
