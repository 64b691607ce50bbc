import { faces } from '@relance/nodes/faces'
import { registry } from '@relance/nodes/registry'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { useState } from 'react'
import { StepCard } from '../canvas/step-card.tsx'
import { StudioProvider, useStudio } from '../canvas/studio-context.tsx'
import { exitsOf } from '../document/exits.ts'
import { defaultSettings } from '../document/intents/add-step.ts'
import { createStudioStore } from '../document/studio-store.ts'

/** What a node's story says: its kind, its settings and the state that it shows. */
export interface NodeStoryArgs {
  readonly kind: string
  readonly settings?: Record<string, never>
  readonly label?: string
  readonly selected?: boolean
  readonly problems?: { readonly severity: 'error' | 'warning'; readonly count: number }
  readonly date?: string
  readonly files?: { readonly standing: number; readonly disputed: number }
  /** Exits that lead to the next step; the others lead nowhere. All of them unless said. */
  readonly wired?: readonly string[]
}

const empty = scenarioDocumentSchema.parse({
  format: 'relance.scenario/1',
  id: 'story',
  name: 'Histoire',
  entries: { open: null },
  nodes: [],
  edges: [],
})

export function NodeStory(args: NodeStoryArgs) {
  const [store] = useState(() => createStudioStore({ document: empty, revision: 0, at: null }))
  return (
    <StudioProvider store={store} registry={registry} faces={faces}>
      <div style={{ padding: 32 }}>
        <Shown {...args} />
      </div>
    </StudioProvider>
  )
}

function Shown({ kind, settings, label = '', wired, date, ...state }: NodeStoryArgs) {
  const { read } = useStudio()
  const definition = registry.get(kind)
  const node = {
    id: 'story-1',
    kind,
    kindVersion: 1,
    settings: settings ?? (definition === undefined ? {} : defaultSettings(definition)),
    position: { x: 0, y: 0 },
    label,
  }
  const reading = read(node)
  const edges = (wired ?? reading.mandatory).map((port) => ({ source: node.id, port, target: 'next-1' }))
  return (
    <StepCard
      reading={reading}
      exits={exitsOf(reading, { edges })}
      face={registry.get(kind) === undefined ? undefined : faces.get(kind)}
      date={date === undefined ? undefined : { text: date, why: null }}
      {...state}
    />
  )
}
