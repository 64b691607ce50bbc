import type { ScenarioNote } from '@relance/sdk/scenario-document'
import type { Draft } from '../draft.ts'

export interface AddNote {
  readonly type: 'add-note'
  readonly note: ScenarioNote
}

export function addNote(draft: Draft, { note }: AddNote): void {
  draft.addNote(note)
}

export interface SetNote {
  readonly type: 'set-note'
  readonly note: string
  readonly text: string
}

export function setNote(draft: Draft, { note, text }: SetNote): void {
  draft.changeNote(note, { text })
}
