import type { ScenarioDocument, ScenarioEdge, ScenarioNode } from '@relance/sdk/scenario-document'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'

/** A believable course of any length, unplaced: waits, e-mails, calls and decisions with exceptions that come back. For measures. */
export function largeScenario(steps: number): ScenarioDocument {
  const nodes: ScenarioNode[] = []
  const edges: ScenarioEdge[] = []
  const id = (at: number) => `step-${at}`
  const add = (kind: string, settings: ScenarioNode['settings']) => {
    const position = { x: (nodes.length % 10) * 360, y: Math.floor(nodes.length / 10) * 200 }
    nodes.push({ id: id(nodes.length), kind, kindVersion: 1, settings, position, label: '' })
    return id(nodes.length - 1)
  }
  const lead = (source: string, ports: readonly string[], target: string) => {
    for (const port of ports) edges.push({ source, port, target })
  }
  // The first step of a round is the wait; each round is six steps and leads to the next one.
  while (nodes.length + 7 <= steps) {
    const next = id(nodes.length + 6)
    const wait = add('wait', { days: 5, from: 'previousStep' })
    const mail = add('send-email', {})
    const choose = add('choose', {})
    const call = add('call-task', {})
    const after = add('send-email', { template: 'account-statement' })
    const pause = add('wait', { days: 3, unit: 'working', from: 'previousStep' })
    lead(wait, ['next'], mail)
    lead(mail, ['sent', 'cancelled'], choose)
    lead(choose, ['large'], call)
    lead(choose, ['otherwise'], next)
    lead(call, ['no-answer', 'waiting-approval', 'wrong-contact', 'dispute'], next)
    lead(call, ['promise', 'payment-sent', 'invoice-not-received'], after)
    lead(after, ['sent', 'cancelled'], pause)
    lead(pause, ['next'], next)
  }
  while (nodes.length < steps) add('end', {})
  return scenarioDocumentSchema.parse({
    format: 'relance.scenario/1',
    id: 'large',
    name: `Parcours de ${steps} étapes`,
    entries: { open: id(0) },
    nodes,
    edges,
  })
}
