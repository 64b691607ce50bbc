import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registry } from '@relance/nodes/registry'
import { compile } from '@relance/runtime/machine/compile'
import { errorPort, portsOf } from '@relance/sdk/define-node'
import { type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { templates } from '@relance/templates/render'
import { describe, expect, it } from 'vitest'

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'))
const fixtures = readdirSync(join(import.meta.dirname, '..', '..', 'templates', 'fixtures'))
const card = { width: 256, height: 88 }

function read(file: string): ScenarioDocument {
  return scenarioDocumentSchema.parse(JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')))
}

function settingsOf(node: ScenarioDocument['nodes'][number]) {
  const definition = registry.get(node.kind)!
  return { definition, settings: definition.settings.parse(node.settings) }
}

function outcomesOf(document: ScenarioDocument, id: string): string[] {
  const { definition, settings } = settingsOf(document.nodes.find((node) => node.id === id)!)
  return portsOf(definition, settings)
    .map(({ port }) => port)
    .filter((port) => port !== errorPort)
}

it('offers one scenario per segment', () => {
  expect(files.map((file) => read(file).segment).toSorted()).toEqual(['eti', 'key-account', 'pme', 'tpe'])
})

describe.each(files)('%s', (file) => {
  const document = read(file)

  it('compiles without an error or a warning, its texts included', () => {
    expect(compile({ document, registry })).toMatchObject({ ok: true, problems: [] })
  })

  it('leaves no outcome without a way on', () => {
    const unwired = document.nodes.flatMap(({ id }) =>
      outcomesOf(document, id)
        .filter((port) => !document.edges.some((edge) => edge.source === id && edge.port === port))
        .map((port) => `${id}.${port}`),
    )
    expect(unwired).toEqual([])
  })

  it('is drawn without one card over another', () => {
    const overlaps = document.nodes.flatMap((left, index) =>
      document.nodes
        .slice(index + 1)
        .filter(({ position: { x, y } }) => {
          return Math.abs(x - left.position.x) < card.width && Math.abs(y - left.position.y) < card.height
        })
        .map((right) => `${left.id} / ${right.id}`),
    )
    expect(overlaps).toEqual([])
  })

  it('runs its main road straight down from the first step to an end', () => {
    let node = document.nodes.find(({ id }) => id === document.entries.open)
    let last = node
    while (node !== undefined) {
      expect(node.position.x).toBe(0)
      expect(node.position.y).toBeGreaterThanOrEqual(last!.position.y)
      last = node
      node = straightOn(document, node.id)
    }
    expect(last?.kind).toBe('end')
  })

  it('thanks on the working day after a payment, without waiting for a confirmation', () => {
    const wait = document.nodes.find(({ id }) => id === document.entries.paid)
    expect(wait?.settings).toMatchObject({ days: 1, unit: 'working', from: 'paymentDate' })
    const thanks = document.nodes.find(({ id }) => id === straightOn(document, wait!.id)?.id)
    expect(thanks?.settings).toMatchObject({ confirmation: 'automatic' })
  })

  it('lets a collector confirm everything but courtesy and thanks', () => {
    expect(document.policy.confirmation).toBe('manual')
    const automatic = document.nodes.filter(({ settings }) => settings.confirmation === 'automatic')
    expect(automatic.map(({ settings }) => settings.level)).toEqual(automatic.map(() => 0))
  })

  it('has every text in both languages, with a fixture to read it by', async () => {
    for (const node of document.nodes) {
      const { definition, settings } = settingsOf(node)
      const uses = definition.shape === 'act' ? (definition.templates?.(settings) ?? []) : []
      for (const use of uses) {
        for (const locale of document.languages) {
          expect(await templates.check(use, locale)).toEqual([])
          expect(fixtures).toContain(`${use.medium}.${use.template}.${locale}.txt`)
        }
      }
    }
  })
})

/** The next node on the main road: the lowest port's target that keeps the column. */
function straightOn(document: ScenarioDocument, id: string) {
  const here = document.nodes.find((node) => node.id === id)!
  return document.edges
    .filter(({ source }) => source === id)
    .map(({ target }) => document.nodes.find((node) => node.id === target)!)
    .find(({ position }) => position.x === here.position.x)
}

it('rings the salesperson first for a key account', () => {
  const calls = read('grands-comptes.json').nodes.filter(({ kind }) => kind === 'call-task')
  const [first] = calls.toSorted((left, right) => left.position.y - right.position.y)
  expect(first?.settings).toMatchObject({ assignee: 'salesperson', role: 'buyer' })
})
