import { registry } from '@relance/nodes/registry'
import { policySchema, type ScenarioDocument, scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import { expect, test } from 'vitest'
import eti from '../../../examples/scenarios/eti.json' with { type: 'json' }
import keyAccounts from '../../../examples/scenarios/grands-comptes.json' with { type: 'json' }
import pme from '../../../examples/scenarios/pme.json' with { type: 'json' }
import tpe from '../../../examples/scenarios/tpe.json' with { type: 'json' }
import { compile } from '../compile.ts'
import { checkPressure, mostContacts } from './check-pressure.ts'

interface Row {
  readonly kind: string
  readonly settings?: Readonly<Record<string, unknown>>
  /** Outcomes that lead elsewhere than to the next step, by port. */
  readonly except?: Readonly<Record<string, string>>
}

/** Steps one after the other: each outcome leads to the next step unless told. */
function inARow(steps: Readonly<Record<string, Row>>, change: Partial<ScenarioDocument> = {}): ScenarioDocument {
  const ids = Object.keys(steps)
  const edges = Object.entries(steps).flatMap(([source, { kind, except = {} }], index) =>
    portsOf(kind).flatMap((port) => {
      const target = except[port] ?? ids[index + 1]
      return target === undefined ? [] : [{ source, port, target }]
    }),
  )
  const nodes = Object.entries(steps).map(([id, { kind, settings = {} }], index) => ({
    ...{ id, kind, kindVersion: 1, settings, position: { x: 0, y: index * 100 } },
  }))
  const head = { format: 'relance.scenario/1', id: 'row', name: 'Row', entries: { open: ids[0]! } }
  return scenarioDocumentSchema.parse({ ...head, nodes, edges, ...change })
}

function portsOf(kind: string): string[] {
  const definition = registry.get(kind)!
  if (definition.shape === 'act') return definition.outcomes.map(({ port }: { port: string }) => port)
  return definition.shape === 'wait' ? ['next'] : []
}

/** The warnings as `code@node`; a scenario with errors is no example of any. */
function warnings(document: ScenarioDocument): string[] {
  const compilation = compile({ document, registry })
  expect(compilation.problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const pressure = compilation.ok ? checkPressure(compilation.compiled, document) : []
  return [...compilation.problems, ...pressure].map(({ code, node }) => `${code}@${node}`)
}

const late: Row = { kind: 'wait', settings: { from: 'dueDate', days: 8 } }
const week: Row = { kind: 'wait', settings: { from: 'previousStep', days: 7 } }
const mail = (settings: Row['settings'] = {}): Row => ({ kind: 'send-email', settings })
const notice = mail({ template: 'formal-notice-copy', level: 5 })
const call: Row = { kind: 'call-task' }
const stop: Row = { kind: 'end' }
const litigation: Row = { kind: 'end', settings: { reason: 'litigation', closes: true } }

test.each(Object.entries({ tpe, pme, eti, keyAccounts }))(
  'our own scenario %s gives no cause for warning',
  (_, drawn) => {
    expect(warnings(scenarioDocumentSchema.parse(drawn))).toEqual([])
  },
)

test('a courteous reminder after the formal notice takes its weight away', () => {
  expect(warnings(inARow({ late, call, notice, week, soft: mail({ level: 1 }), stop }))).toEqual([
    'tone-falls-after-notice@soft',
  ])
  expect(warnings(inARow({ late, soft: mail({ level: 1 }), call, notice, week, again: notice, stop }))).toEqual([])
})

test('litigation without a call on some path is told, even if another path has one', () => {
  expect(warnings(inARow({ late, notice, litigation }))).toEqual(['no-human-before-litigation@litigation'])
  expect(warnings(inARow({ late, call, notice, litigation }))).toEqual([])
  const around = { ...mail(), except: { cancelled: 'notice' } }
  expect(warnings(inARow({ late, around, call, notice, litigation }))).toEqual([
    'no-human-before-litigation@litigation',
  ])
})

test('a file that stays open at its end needs no call', () => {
  expect(warnings(inARow({ late, remind: mail(), stop }))).toEqual([])
})

test('a reminder that reaches a key account without a reader is told; a courtesy or a confirmed one is not', () => {
  const automatic = { confirmation: 'automatic', level: 1 }
  const forKeyAccounts = { segment: 'key-account' } as const
  expect(warnings(inARow({ late, remind: mail(automatic), stop }, forKeyAccounts))).toEqual([
    'key-account-by-robot@remind',
  ])
  expect(warnings(inARow({ late, remind: mail({ ...automatic, level: 0 }), stop }, forKeyAccounts))).toEqual([])
  expect(warnings(inARow({ late, remind: mail(), stop }, forKeyAccounts))).toEqual([])
  expect(warnings(inARow({ late, remind: mail(automatic), stop }, { segment: 'pme' }))).toEqual([])
  const policy = policySchema.parse({ confirmation: 'automatic' })
  expect(warnings(inARow({ late, remind: mail(), stop }, { ...forKeyAccounts, policy }))).toEqual([
    'key-account-by-robot@remind',
  ])
})

test('nine contacts in a month are told at the ninth, eight or as many over a longer time are not', () => {
  const course = (contacts: number, days: number) => {
    const steps = Array.from({ length: contacts }, (_, index): [string, Row][] => [
      [`wait-${index + 1}`, { kind: 'wait', settings: { from: 'previousStep', days } }],
      [`mail-${index + 1}`, mail()],
    ])
    return inARow({ late, ...Object.fromEntries(steps.flat()), stop })
  }
  expect(warnings(course(mostContacts + 1, 3))).toEqual(['many-contacts@mail-9'])
  expect(warnings(course(mostContacts, 3))).toEqual([])
  expect(warnings(course(mostContacts + 1, 7))).toEqual([])
})
