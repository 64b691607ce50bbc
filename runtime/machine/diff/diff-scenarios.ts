import { type NodeDefinition, portsOf } from '@relance/sdk/define-node'
import { segmentWords } from '@relance/sdk/facts'
import type { Registry } from '@relance/sdk/registry'
import type { ScenarioDocument, ScenarioNode } from '@relance/sdk/scenario-document'
import type { Words } from '@relance/sdk/words'
import { z } from 'zod'
import type { Change } from '../../domain/versions/change.ts'
import { canonicalJson } from '../canonical-json.ts'
import { diffValues } from './diff-values.ts'
import { policyFields } from './policy-fields.ts'
import { type FieldSchema, same, valueWords } from './value-words.ts'

/** What became of a step; positions and notes change no step. */
export type StepFate = 'added' | 'removed' | 'changed' | 'same'

export interface ScenarioDiff {
  /** In reading order: the scenario, then each step with its settings and its lines. */
  readonly changes: readonly Change[]
  readonly steps: Readonly<Record<string, StepFate>>
}

interface Sides {
  readonly before: ScenarioDocument
  readonly after: ScenarioDocument
  readonly registry: Registry
}

/** What a scenario says otherwise than it did, in words. Where a card lies on the canvas is no difference. */
export function diffScenarios(sides: Sides): ScenarioDiff {
  const { before, after } = sides
  const ids = [...new Set([...after.nodes, ...before.nodes].map(({ id }) => id))]
  const byStep = ids.map((id) => [id, diffStep(id, sides)] as const)
  const steps = Object.fromEntries(byStep.map(([id, changes]) => [id, fateOf(id, changes, sides)]))
  return { changes: [...diffWhole(sides), ...byStep.flatMap(([, changes]) => changes)], steps }
}

function fateOf(id: string, changes: readonly Change[], { before, after }: Sides): StepFate {
  if (!find(before, id)) return 'added'
  if (!find(after, id)) return 'removed'
  return changes.length > 0 ? 'changed' : 'same'
}

const find = ({ nodes }: ScenarioDocument, id: string | null | undefined) => nodes.find((node) => node.id === id)

/** What people call a step: its title, else its kind's sentence for its settings, else its kind. */
export function stepWords(node: ScenarioNode, registry: Registry): Words {
  if (node.label !== '') return same(node.label)
  const definition = registry.get(node.kind)
  const settings = definition?.settings.safeParse(node.settings)
  return definition && settings?.success ? definition.words.sentence(settings.data) : same(node.kind)
}

const whole: Words = { fr: 'Scénario', en: 'Scenario' }
const languageWords = { fr: { fr: 'français', en: 'French' }, en: { fr: 'anglais', en: 'English' } }
const aboutSchema: FieldSchema = {
  properties: {
    name: { words: { fr: 'Nom', en: 'Name' } },
    description: { words: { fr: 'Description', en: 'Description' } },
    segment: {
      words: { fr: 'Segment', en: 'Segment' },
      choices: Object.entries(segmentWords).map(([value, words]) => ({ value, words })),
    },
    languages: {
      words: { fr: 'Langues des clients', en: 'Languages of the customers' },
      items: { choices: Object.entries(languageWords).map(([value, words]) => ({ value, words })) },
    },
  },
}

function diffWhole({ before, after, registry }: Sides): Change[] {
  const place = { path: '', field: whole }
  const about = ({ name, description, segment, languages }: ScenarioDocument) => ({
    ...{ name, description, segment, languages },
  })
  const entryWords = {
    open: { fr: 'Première étape', en: 'First step' },
    paid: { fr: 'Après le règlement', en: 'After the payment' },
  }
  const entries = (['open', 'paid'] as const).flatMap((entry): Change[] => {
    const [old, now] = [before.entries[entry], after.entries[entry]]
    if (old === now) return []
    const [from, to] = [find(before, old), find(after, now)]
    return [
      {
        ...{ type: 'entry', node: null, path: `entries.${entry}`, subject: whole, field: entryWords[entry] },
        before: from ? stepWords(from, registry) : null,
        after: to ? stepWords(to, registry) : null,
      },
    ]
  })
  const told = (type: Change['type'], values: ReturnType<typeof diffValues>, prefix = '') =>
    values.map(({ schema: _, path, ...change }) => ({
      ...{ type, node: null, subject: whole, ...change, path: `${prefix}${path}` },
    }))
  const notes =
    canonicalJson(before.notes.map(({ text }) => text)) !== canonicalJson(after.notes.map(({ text }) => text))
  return [
    ...told('about', diffValues(about(before), about(after), { ...place, schema: aboutSchema })),
    ...entries,
    ...told('policy', diffValues(before.policy, after.policy, { ...place, schema: policyFields }), 'policy.'),
    ...(notes
      ? [
          {
            ...{ type: 'notes' as const, node: null, path: 'notes', subject: whole },
            field: { fr: 'Notes', en: 'Notes' },
            before: valueWords(before.notes.length),
            after: valueWords(after.notes.length),
          },
        ]
      : []),
  ]
}

function diffStep(id: string, sides: Sides): Change[] {
  const { before, after, registry } = sides
  const [old, now] = [find(before, id), find(after, id)]
  const drawn = (now ?? old)!
  const subject = stepWords(drawn, registry)
  const kindOf = (node: ScenarioNode) => registry.get(node.kind)?.words.name ?? same(node.kind)
  const about = { node: id, path: '', subject, field: { fr: 'Étape', en: 'Step' } }
  if (!old) return [{ ...about, type: 'step-added', before: null, after: kindOf(drawn) }, ...diffLines(id, sides)]
  if (!now) return [{ ...about, type: 'step-removed', before: kindOf(drawn), after: null }]
  const changes: Change[] = []
  if (old.kind !== now.kind || old.kindVersion !== now.kindVersion) {
    const field = { fr: 'Nature', en: 'Kind' }
    changes.push({ ...about, type: 'kind', path: 'kind', field, before: kindOf(old), after: kindOf(now) })
  }
  if (old.label !== now.label) {
    const field = { fr: 'Titre', en: 'Title' }
    changes.push({
      ...about,
      type: 'title',
      path: 'label',
      field,
      before: valueWords(old.label),
      after: valueWords(now.label),
    })
  }
  return [...changes, ...diffSettings(old, now, { subject, registry }), ...diffLines(id, sides)]
}

function diffSettings(
  old: ScenarioNode,
  now: ScenarioNode,
  { subject, registry }: { subject: Words; registry: Registry },
): Change[] {
  const definition = registry.get(now.kind)
  const schema = definition ? schemaOf(definition) : {}
  const read = (node: ScenarioNode) => {
    const parsed = registry.get(node.kind)?.settings.safeParse(node.settings)
    return parsed?.success ? parsed.data : node.settings
  }
  return diffValues(read(old), read(now), { path: '', field: subject, schema }).map(
    ({ schema: field, path, ...change }) => ({
      ...{ type: isText(field) ? 'template' : 'setting', node: now.id, subject, path: `settings.${path}` },
      ...change,
    }),
  )
}

const schemas = new WeakMap<NodeDefinition, FieldSchema>()

function schemaOf(definition: NodeDefinition): FieldSchema {
  const known = schemas.get(definition)
  if (known) return known
  const schema = z.toJSONSchema(definition.settings, { io: 'input', unrepresentable: 'any' }) as FieldSchema
  schemas.set(definition, schema)
  return schema
}

/** The words that people will read or hear, rather than when or to whom. */
const isText = ({ widget }: FieldSchema) => widget === 'template' || widget === 'script'

function diffLines(id: string, { before, after, registry }: Sides): Change[] {
  const [old, now] = [linesFrom(before, id), linesFrom(after, id)]
  const drawn = (find(after, id) ?? find(before, id))!
  const subject = stepWords(drawn, registry)
  const said = (document: ScenarioDocument, target: string | undefined) => {
    const node = find(document, target)
    return node ? stepWords(node, registry) : null
  }
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((port) => old.get(port) !== now.get(port))
    .map((port) => ({
      ...{ type: 'line', node: id, path: port, subject, field: portWords(port, { drawn, registry }) },
      before: said(before, old.get(port)),
      after: said(after, now.get(port)),
    }))
}

function linesFrom({ edges }: ScenarioDocument, id: string): Map<string, string> {
  return new Map(edges.filter(({ source }) => source === id).map(({ port, target }) => [port, target]))
}

function portWords(port: string, { drawn, registry }: { drawn: ScenarioNode; registry: Registry }): Words {
  const definition = registry.get(drawn.kind)
  const settings = definition?.settings.safeParse(drawn.settings)
  const ports = definition && settings?.success ? portsOf(definition, settings.data) : []
  return ports.find((one) => one.port === port)?.words ?? same(port)
}
