import { PermanentError } from '@relance/sdk/errors'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { CompiledScenario } from '../../machine/types.ts'
import type { WhatIf } from '../../machine/what-if.ts'
import { Rehearsal } from '../../models/rehearsal.ts'
import type { Note, Trace } from '../../workflows/file-activities.ts'
import { stepLabel } from '../file/step-label.ts'
import type { Services } from '../services.ts'
import type { Cast } from './cast.ts'

/** What a rehearsal plays, as its record keeps it. */
export interface RehearsalScript {
  readonly document: ScenarioDocument
  readonly compiled: CompiledScenario
  readonly cast: Cast
  readonly whatIf: WhatIf
}

/** Marks a compiled scenario that is found in a rehearsal's record, not among the published ones. */
const mark = 'rehearsal:'
export const rehearsalReference = (rehearsal: string) => `${mark}${rehearsal}`

/** The rehearsal that a reference names; undefined for the hash of a published version. */
export function rehearsalOf(reference: string): string | undefined {
  return reference.startsWith(mark) ? reference.slice(mark.length) : undefined
}

export async function readScript(id: string): Promise<RehearsalScript> {
  const record = await Rehearsal.findById(id).lean()
  if (!record?.compiled) throw new PermanentError(`There is no rehearsal ${id}`)
  return record as unknown as RehearsalScript
}

export interface RehearsalStep {
  readonly key: string
  readonly at: string
  readonly node: string
  readonly outcome: string
  readonly subject?: string
}

/** Adds a step once, however often it is told. */
export async function addStep(
  rehearsal: string,
  { key, at, node, outcome, subject }: RehearsalStep,
  { document, registry }: { document: ScenarioDocument } & Pick<Services, 'registry'>,
): Promise<void> {
  const kind = document.nodes.find(({ id }) => id === node)?.kind ?? ''
  const label = stepLabel(node, { document, registry })
  await Rehearsal.updateOne(
    { _id: rehearsal, 'steps.key': { $ne: key } },
    { $push: { steps: { key, at: new Date(at), node, label, kind, outcome, subject: subject ?? null } } },
  )
}

const told: Partial<Record<Note['kind'], (note: Note) => string>> = {
  'step-skipped': () => 'skipped',
  'course-ended': ({ values }) => String(values.reason),
  parked: ({ values }) => String(values.reason),
}

/** What of a trace a spectator sees. */
export async function addTrace(
  rehearsal: string,
  { notes }: Trace,
  play: { document: ScenarioDocument } & Pick<Services, 'registry'>,
): Promise<void> {
  for (const note of notes) {
    const outcome = told[note.kind]?.(note)
    if (outcome === undefined || note.node === null) continue
    await addStep(rehearsal, { key: `note:${note.n}`, at: note.at, node: note.node, outcome }, play)
  }
}
