import { faces } from '@relance/nodes/faces'
import { registry } from '@relance/nodes/registry'
import { frenchHolidays as holidays } from '@relance/runtime/domain/calendar/french-holidays'
import { diffScenarios } from '@relance/runtime/machine/diff/diff-scenarios'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { ReactFlowProvider } from '@xyflow/react'
import { type ReactNode, useState } from 'react'
import pme from '../../examples/scenarios/pme.json'
import { StudioProvider } from '../canvas/studio-context.tsx'
import { Playback } from '../course/playback.tsx'
import { typicalSample } from '../course/sample.ts'
import { usualWhatIf } from '../course/what-ifs.ts'
import { checkScenario } from '../document/check-scenario.ts'
import { smallScenario } from '../document/small-scenario.ts'
import { createStudioStore } from '../document/studio-store.ts'
import { ChangeList } from './change-list.tsx'
import { ProblemsPanel } from './problems-panel.tsx'
import { ScenarioPanel } from './scenario-panel.tsx'
import { StepPanel } from './step-panel.tsx'

export default { title: 'Studio/Panneaux' }

const good = scenarioDocumentSchema.parse(pme)
const faulty = smallScenario()
const sample = typicalSample({ today: '2026-10-01', whatIf: usualWhatIf['never-answers'] })
const revised = {
  ...good,
  nodes: good.nodes.map((node) =>
    node.kind === 'wait' ? { ...node, settings: { ...node.settings, days: 12 } } : node,
  ),
  policy: { ...good.policy, catchUp: 'spread' as const },
}

function Room({
  document = good,
  width = 328,
  children,
}: {
  document?: typeof good
  width?: number
  children: ReactNode
}) {
  const [store] = useState(() => {
    const made = createStudioStore({ document, revision: 1, at: null })
    made.trigger.checked({ problems: checkScenario({ document, registry, sample: null, holidays }).problems })
    return made
  })
  return (
    <ReactFlowProvider>
      <StudioProvider store={store} registry={registry} faces={faces}>
        <div style={{ width, padding: 16 }}>{children}</div>
      </StudioProvider>
    </ReactFlowProvider>
  )
}

function Step({ kind, document = good }: { kind: string; document?: typeof good }) {
  return (
    <Room document={document}>
      <StepPanel node={document.nodes.find((node) => node.kind === kind)!} />
    </Room>
  )
}

export const Delay = { name: 'Régler un délai', render: () => <Step kind="wait" /> }
export const Email = { name: 'Régler un e-mail', render: () => <Step kind="send-email" /> }
export const Decision = { name: 'Régler une décision', render: () => <Step kind="choose" /> }
export const Unfinished = { name: 'Un appel à compléter', render: () => <Step kind="call-task" document={faulty} /> }
export const Unknown = { name: 'Un type inconnu', render: () => <Step kind="fax-machine" document={faulty} /> }
export const Scenario = {
  name: 'Règles du scénario',
  render: () => (
    <Room>
      <ScenarioPanel />
    </Room>
  ),
}
export const ToFix = {
  name: 'À corriger',
  render: () => (
    <Room document={faulty}>
      <ProblemsPanel onScenario={() => undefined} />
    </Room>
  ),
}
export const NothingToFix = {
  name: 'Rien à corriger',
  render: () => (
    <Room>
      <ProblemsPanel onScenario={() => undefined} />
    </Room>
  ),
}
export const Changed = {
  name: 'Ce qui change',
  render: () => (
    <Room>
      <ChangeList changes={diffScenarios({ before: good, after: revised, registry }).changes} />
    </Room>
  ),
}
export const Played = {
  name: 'Suivre une facture simulée',
  render: () => (
    <Room width={860}>
      <Playback course={checkScenario({ document: good, registry, sample, holidays }).course!} zone={sample.zone} />
    </Room>
  ),
}
