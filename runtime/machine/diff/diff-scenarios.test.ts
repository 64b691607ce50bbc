import { registry } from '@relance/nodes/registry'
import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryScenario } from '../../testing/arbitrary-scenario.ts'
import { testRegistry } from '../../testing/test-kinds.ts'
import { canonicalJson } from '../canonical-json.ts'
import { diffScenarios } from './diff-scenarios.ts'

const before = scenarioDocumentSchema.parse({
  format: 'relance.scenario/1',
  id: 'pme',
  name: 'Relance PME',
  entries: { open: 'wait' },
  nodes: [
    { id: 'wait', kind: 'wait', kindVersion: 1, settings: { days: 8, from: 'dueDate' }, position: { x: 0, y: 0 } },
    { id: 'mail', kind: 'send-email', kindVersion: 1, settings: {}, position: { x: 0, y: 120 } },
    {
      id: 'ask',
      kind: 'choose',
      kindVersion: 1,
      settings: {
        branches: [{ id: 'large', name: 'Importante', tests: [{ fact: 'account.overdue', is: '≥', value: 500_000 }] }],
      },
      position: { x: 0, y: 240 },
    },
    { id: 'end', kind: 'end', kindVersion: 1, settings: {}, position: { x: 0, y: 360 } },
  ],
  edges: [
    { source: 'wait', port: 'next', target: 'mail' },
    { source: 'mail', port: 'sent', target: 'ask' },
    { source: 'mail', port: 'cancelled', target: 'ask' },
    { source: 'ask', port: 'large', target: 'end' },
    { source: 'ask', port: 'otherwise', target: 'end' },
  ],
})

const edit = (change: (draft: ScenarioDocument) => void) => {
  const after = structuredClone(before)
  change(after)
  return diffScenarios({ before, after, registry })
}
const settingsOf = (draft: ScenarioDocument, id: string) =>
  draft.nodes.find((node) => node.id === id)!.settings as Record<string, unknown>
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('what a new drawing changes', () => {
  it('is told setting by setting, in the words of the form', () => {
    const { changes, steps } = edit((draft) => {
      settingsOf(draft, 'wait').days = 10
      settingsOf(draft, 'wait').unit = 'working'
    })
    expect(changes.map(({ type, path, before, after }) => [type, path, before?.fr, after?.fr])).toEqual([
      ['setting', 'settings.days', '8', '10'],
      ['setting', 'settings.unit', 'Jours calendaires', 'Jours ouvrés'],
    ])
    expect(steps).toEqual({ wait: 'changed', mail: 'same', ask: 'same', end: 'same' })
  })

  it('keeps the words that customers read apart from the other settings', () => {
    const { changes } = edit((draft) => {
      settingsOf(draft, 'mail').template = 'firm-reminder'
      settingsOf(draft, 'mail').level = 3
    })
    expect(changes.map(({ type, field }) => [type, field.fr])).toEqual([
      ['template', 'Modèle'],
      ['setting', "Niveau d'insistance"],
    ])
    expect(changes[0]!.after!.fr).not.toBe('firm-reminder')
  })

  it('names the branch and reads its condition', () => {
    const { changes } = edit((draft) => {
      const [large] = settingsOf(draft, 'ask').branches as { tests: { value: number }[] }[]
      large!.tests[0]!.value = 750_000
    })
    expect(changes).toHaveLength(1)
    expect(changes[0]!.field.fr).toBe('Branches, « Importante », Conditions')
    expect(plain(changes[0]!.before!.fr)).toBe("l'échu du compte ≥ 5 000,00 €")
    expect(changes[0]!.after!.en).toContain('7,500.00')
  })

  it('tells of steps that come and go, and of the lines that lead elsewhere', () => {
    const { changes, steps } = edit((draft) => {
      draft.nodes = draft.nodes.filter(({ id }) => id !== 'ask')
      draft.nodes.push({ ...draft.nodes[0]!, id: 'rest', label: 'Patienter' })
      draft.edges = draft.edges.filter(({ source, target }) => source !== 'ask' && target !== 'ask')
      draft.edges.push(
        { source: 'mail', port: 'sent', target: 'rest' },
        { source: 'mail', port: 'cancelled', target: 'end' },
      )
      draft.edges.push({ source: 'rest', port: 'next', target: 'end' })
    })
    expect(steps).toEqual({ wait: 'same', mail: 'changed', rest: 'added', ask: 'removed', end: 'same' })
    const lines = changes.filter(({ type, node }) => type === 'line' && node === 'mail')
    expect(lines.map(({ field, after }) => [field.fr, after?.fr])).toEqual([
      ['envoyé', 'Patienter'],
      ['annulé', 'Suivi repris à la main'],
    ])
  })

  it('tells of the rules, and not of where the cards lie', () => {
    const { changes } = edit((draft) => {
      draft.nodes[0]!.position = { x: 400, y: 80 }
      draft.policy.catchUp = 'spread'
      draft.policy.stopRules.promise = false
    })
    expect(changes.map(({ type, path, after }) => [type, path, after?.en])).toEqual([
      ['policy', 'policy.catchUp', 'spread them'],
      ['policy', 'policy.stopRules.promise', 'no'],
    ])
  })
})

describe('whatever is drawn', () => {
  const documents = arbitraryScenario().map((document) => scenarioDocumentSchema.parse(document))

  it('differs in nothing from itself, and in something from anything else', () => {
    fc.assert(
      fc.property(documents, documents, (one, other) => {
        const between = (before: ScenarioDocument, after: ScenarioDocument) =>
          diffScenarios({ before, after, registry: testRegistry })
        expect(between(one, one).changes).toEqual([])
        const meaning = ({ nodes, edges, ...rest }: ScenarioDocument) =>
          canonicalJson({
            ...rest,
            nodes: nodes.map(({ position: _, ...node }) => node).sort((a, b) => (a.id < b.id ? -1 : 1)),
            edges: [...edges].sort((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1)),
          })
        if (meaning(one) !== meaning(other)) expect(between(one, other).changes.length).toBeGreaterThan(0)
        expect(between(one, other).changes.length).toBe(between(other, one).changes.length + lineSurplus(one, other))
      }),
      { seed: 20_261_124, numRuns: 200 },
    )
  })
})

/** Lines of a removed step go with it; those of an added one are told. */
function lineSurplus(one: ScenarioDocument, other: ScenarioDocument): number {
  const from = (document: ScenarioDocument, without: ScenarioDocument) =>
    document.edges.filter(({ source }) => !without.nodes.some(({ id }) => id === source)).length
  return from(other, one) - from(one, other)
}
