import { faces } from '@relance/nodes/faces'
import { registry } from '@relance/nodes/registry'
import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { ReactFlowProvider } from '@xyflow/react'
import { useState } from 'react'
import eti from '../../examples/scenarios/eti.json'
import grandsComptes from '../../examples/scenarios/grands-comptes.json'
import pme from '../../examples/scenarios/pme.json'
import tpe from '../../examples/scenarios/tpe.json'
import { applyCommand } from '../document/command.ts'
import { largeScenario } from '../document/large-scenario.ts'
import { createReader } from '../document/node-reading.ts'
import { smallScenario } from '../document/small-scenario.ts'
import { createStudioStore } from '../document/studio-store.ts'
import { arrange } from './geometry/arrange.ts'
import { ScenarioCanvas } from './scenario-canvas.tsx'
import { StudioProvider } from './studio-context.tsx'

export default { title: 'Studio/Dessin', parameters: { layout: 'fullscreen' } }

function arranged(document: ScenarioDocument): ScenarioDocument {
  const applied = applyCommand(document, arrange(document, { read: createReader(registry) }))
  return 'refused' in applied ? document : applied.document
}

interface BoardProps {
  readonly document: ScenarioDocument
  readonly readOnly?: boolean
  readonly comments?: Readonly<Record<string, number>>
}

function Board({ document, readOnly = false, comments }: BoardProps) {
  const [store] = useState(() => {
    const opened = createStudioStore({ document, revision: 1, at: null })
    if (comments !== undefined) {
      opened.trigger.commented({ counts: comments })
      opened.trigger.selected({ nodes: Object.keys(comments) })
    }
    return opened
  })
  return (
    <div style={{ height: '100vh' }}>
      <ReactFlowProvider>
        <StudioProvider store={store} registry={registry} faces={faces} readOnly={readOnly}>
          <ScenarioCanvas />
        </StudioProvider>
      </ReactFlowProvider>
    </div>
  )
}

const empty = { ...smallScenario(), nodes: [], edges: [], notes: [], entries: { open: null, paid: null } }

export const Draft = { name: 'Brouillon', render: () => <Board document={arranged(smallScenario())} /> }
export const Empty = { name: 'Vide', render: () => <Board document={empty} /> }
export const Long = { name: 'Long parcours', render: () => <Board document={arranged(largeScenario(60))} /> }
export const ReadOnly = {
  name: 'En lecture seule',
  render: () => <Board document={arranged(smallScenario())} readOnly />,
}

const locked = applyCommand(arranged(smallScenario()), { type: 'lock', nodes: ['send-email-1', 'fax-1'] })
export const Locked = {
  name: 'Étapes verrouillées',
  render: () => <Board document={'refused' in locked ? smallScenario() : locked.document} />,
}
export const Discussed = {
  name: 'Étapes commentées et choisies',
  render: () => <Board document={arranged(smallScenario())} comments={{ 'send-email-1': 2, 'call-task-1': 1 }} />,
}

const example = (json: unknown) => scenarioDocumentSchema.parse(json)
export const Tpe = { name: 'TPE', render: () => <Board document={example(tpe)} /> }
export const Pme = { name: 'PME', render: () => <Board document={example(pme)} /> }
export const Eti = { name: 'ETI', render: () => <Board document={example(eti)} /> }
export const KeyAccounts = { name: 'Grands comptes', render: () => <Board document={example(grandsComptes)} /> }
export const TpeTidied = { name: 'TPE, rangé', render: () => <Board document={arranged(example(tpe))} /> }
export const EtiTidied = { name: 'ETI, rangé', render: () => <Board document={arranged(example(eti))} /> }
export const KeyAccountsTidied = {
  name: 'Grands comptes, rangé',
  render: () => <Board document={arranged(example(grandsComptes))} />,
}
