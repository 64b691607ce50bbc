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

function Board({ document, readOnly = false }: { document: ScenarioDocument; readOnly?: boolean }) {
  const [store] = useState(() => createStudioStore({ document, revision: 1, at: null }))
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
