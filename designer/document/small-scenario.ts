import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'

/** A small course: wait, write, call, end, with a step of a kind that nobody knows. */
export function smallScenario(): ScenarioDocument {
  const at = (x: number, y: number) => ({ x, y })
  return scenarioDocumentSchema.parse({
    format: 'relance.scenario/1',
    id: 'small',
    name: 'Petite relance',
    entries: { open: 'wait-1' },
    nodes: [
      { id: 'wait-1', kind: 'wait', kindVersion: 1, settings: { days: 8 }, position: at(0, 0) },
      { id: 'send-email-1', kind: 'send-email', kindVersion: 1, settings: {}, position: at(0, 160) },
      { id: 'call-task-1', kind: 'call-task', kindVersion: 1, settings: {}, position: at(0, 320) },
      { id: 'fax-1', kind: 'fax-machine', kindVersion: 7, settings: { ink: { left: [1, 2] } }, position: at(320, 320) },
      { id: 'end-1', kind: 'end', kindVersion: 1, settings: {}, position: at(0, 480) },
    ],
    edges: [
      { source: 'wait-1', port: 'next', target: 'send-email-1' },
      { source: 'send-email-1', port: 'sent', target: 'call-task-1' },
      { source: 'send-email-1', port: 'cancelled', target: 'call-task-1' },
      { source: 'call-task-1', port: 'no-answer', target: 'end-1' },
      { source: 'call-task-1', port: 'dispute', target: 'fax-1' },
      { source: 'fax-1', port: 'received', target: 'end-1' },
    ],
    notes: [{ id: 'note-1', text: 'Voir avec le commercial', position: at(-300, 0) }],
  })
}
