import fc from 'fast-check'
import type { Command } from './command.ts'
import { smallScenario } from './small-scenario.ts'

const ids = ['wait-1', 'send-email-1', 'call-task-1', 'fax-1', 'end-1', 'new-1', 'new-2', 'new-3', 'nowhere']
const id = fc.constantFrom(...ids)
const noteId = fc.constantFrom('note-1', 'note-2', 'note-3')
const port = fc.constantFrom('next', 'sent', 'cancelled', 'no-answer', 'dispute', 'error', 'large', 'received')
const ports = fc.uniqueArray(port, { maxLength: 4 })
const position = fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) })
const settings = fc.dictionary(
  fc.constantFrom('days', 'template', 'x'),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<never>,
)
const drawn = fc.record({
  id,
  kind: fc.constantFrom('wait', 'send-email', 'hologram'),
  kindVersion: fc.integer({ min: 1, max: 3 }),
  settings,
  position,
  label: fc.string({ maxLength: 12 }),
})
const node = fc.oneof(
  { weight: 4, arbitrary: drawn },
  { weight: 1, arbitrary: drawn.map((one) => ({ ...one, locked: true as const })) },
)
const note = fc.record({ id: noteId, text: fc.string({ maxLength: 30 }), position })
const edge = fc.record({ source: id, port, target: id })
const healing = fc.dictionary(id, id, { maxKeys: 4 })
const positions = fc.dictionary(id, position, { maxKeys: 5 })

/** Any command, sensible or not: what is not is refused. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record(
    { type: fc.constant('add-node' as const), node, after: fc.record({ source: id, ports }), before: id, ports },
    { requiredKeys: ['type', 'node'] },
  ),
  fc.record({ type: fc.constant('add-node' as const), node, after: fc.constant({ entry: 'paid' as const }) }),
  fc.record({ type: fc.constant('connect' as const), source: id, ports, target: id }),
  fc.record({
    type: fc.constant('disconnect' as const),
    lines: fc.array(fc.record({ source: id, ports }), { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('set-settings' as const),
    node: id,
    settings,
    ports: fc.option(ports, { nil: undefined }),
  }),
  fc.record({ type: fc.constant('rename' as const), node: id, label: fc.string({ maxLength: 260 }) }),
  fc.record({
    type: fc.constantFrom('move' as const, 'lay-out' as const, 'align' as const, 'distribute' as const),
    nodes: positions,
  }),
  fc.record({
    type: fc.constantFrom('lock' as const, 'unlock' as const),
    nodes: fc.uniqueArray(id, { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('delete' as const),
    nodes: fc.uniqueArray(id, { maxLength: 4 }),
    notes: fc.uniqueArray(noteId, { maxLength: 2 }),
    heal: healing,
  }),
  fc.record({
    type: fc.constantFrom('paste' as const, 'duplicate' as const),
    nodes: fc.array(node, { maxLength: 3 }),
    edges: fc.array(edge, { maxLength: 3 }),
    notes: fc.array(note, { maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('set-entry' as const),
    entry: fc.constantFrom('open' as const, 'paid' as const),
    node: fc.option(id),
  }),
  fc.record({ type: fc.constant('describe' as const), name: fc.string({ maxLength: 160 }) }),
  fc.record({
    type: fc.constant('set-policy' as const),
    policy: fc.integer({ min: -5, max: 120 }).map((days) => ({ ...smallScenario().policy, minimumContactDelay: days })),
  }),
  fc.record({
    type: fc.constant('restore' as const),
    document: fc
      .record({
        name: fc.string({ maxLength: 20 }),
        nodes: fc.uniqueArray(node, { maxLength: 4, selector: (one) => one.id }),
        edges: fc.array(edge, { maxLength: 4 }),
      })
      .map((part) => ({ ...smallScenario(), entries: { open: null, paid: null }, notes: [], ...part })),
  }),
  fc.record({ type: fc.constant('add-note' as const), note }),
  fc.record({ type: fc.constant('set-note' as const), note: noteId, text: fc.string({ maxLength: 30 }) }),
)
