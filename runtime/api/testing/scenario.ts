import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'

/** Waits three days after the due date, writes, ends; thanks nobody. Sound as it is. */
export function drawnScenario(changes: Record<string, unknown> = {}): ScenarioDocument {
  const position = { x: 0, y: 0 }
  return scenarioDocumentSchema.parse({
    format: 'relance.scenario/1',
    id: 'court',
    name: 'Court',
    segment: 'pme',
    entries: { open: 'wait', paid: null },
    nodes: [
      {
        id: 'wait',
        kind: 'wait',
        kindVersion: 1,
        settings: { days: 3, unit: 'calendar', direction: 'after', from: 'dueDate' },
        position,
      },
      { id: 'mail', kind: 'send-email', kindVersion: 1, settings: { template: 'firm-reminder' }, position },
      { id: 'end', kind: 'end', kindVersion: 1, settings: {}, position },
    ],
    edges: [
      { source: 'wait', port: 'next', target: 'mail' },
      { source: 'mail', port: 'sent', target: 'end' },
      { source: 'mail', port: 'cancelled', target: 'end' },
    ],
    ...changes,
  })
}
