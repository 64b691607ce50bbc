import {
  limits,
  policySchema,
  type ScenarioDocument,
  type ScenarioEdge,
  type ScenarioNode,
  type ScenarioNote,
  scenarioDocumentSchema,
  scenarioEdgeSchema,
  scenarioNodeSchema,
  scenarioNoteSchema,
} from '@relance/sdk/scenario-document'
import type { z } from 'zod'
import type { Change, FieldName, ListName } from './change.ts'
import { Refusal, type RefusalCode } from './refusal.ts'

const tooMany: Record<ListName, RefusalCode> = {
  nodes: 'too-many-nodes',
  edges: 'too-many-edges',
  notes: 'too-many-notes',
}
const itemSchemas = { nodes: scenarioNodeSchema, edges: scenarioEdgeSchema, notes: scenarioNoteSchema }
const fieldSchemas: Record<FieldName, z.ZodType> = { ...scenarioDocumentSchema.shape, policy: policySchema }

/**
 * A document while one command edits it: every edit is checked against the schema and written down as a change.
 * Commands only speak to this class, so that none can forget its way back.
 */
export class Draft {
  readonly changes: Change[] = []
  readonly #lists: { nodes: ScenarioNode[]; edges: ScenarioEdge[]; notes: ScenarioNote[] }
  readonly #fields: Pick<ScenarioDocument, FieldName>

  constructor(document: ScenarioDocument) {
    this.#fields = { ...document }
    this.#lists = { nodes: [...document.nodes], edges: [...document.edges], notes: [...document.notes] }
  }

  get nodes(): readonly ScenarioNode[] {
    return this.#lists.nodes
  }

  get edges(): readonly ScenarioEdge[] {
    return this.#lists.edges
  }

  get notes(): readonly ScenarioNote[] {
    return this.#lists.notes
  }

  get entries(): ScenarioDocument['entries'] {
    return this.#fields.entries
  }

  /** Throws a refusal when no step has this id. */
  node(id: string): ScenarioNode {
    const node = this.nodes.find((one) => one.id === id)
    if (node === undefined) throw new Refusal('unknown-node')
    return node
  }

  edge(source: string, { port }: { port: string }): ScenarioEdge | undefined {
    return this.edges.find((edge) => edge.source === source && edge.port === port)
  }

  addNode(node: ScenarioNode): void {
    if (this.nodes.some((one) => one.id === node.id)) throw new Refusal('duplicate-id')
    this.#put('nodes', this.nodes.length, null, node)
  }

  addNote(note: ScenarioNote): void {
    if (this.notes.some((one) => one.id === note.id)) throw new Refusal('duplicate-id')
    this.#put('notes', this.notes.length, null, note)
  }

  /** Throws a refusal while the step is locked. */
  changeNode(id: string, part: Partial<Omit<ScenarioNode, 'id' | 'locked'>>): void {
    const node = this.#unlocked(id)
    this.#put('nodes', this.nodes.indexOf(node), node, { ...node, ...part })
  }

  changeNote(id: string, part: Partial<Omit<ScenarioNote, 'id'>>): void {
    const note = this.notes.find((one) => one.id === id)
    if (note === undefined) throw new Refusal('unknown-note')
    this.#put('notes', this.notes.indexOf(note), note, { ...note, ...part })
  }

  setLock(id: string, locked: boolean): void {
    const node = this.node(id)
    const { locked: _, ...free } = node
    this.#put('nodes', this.nodes.indexOf(node), node, locked ? { ...free, locked: true } : free)
  }

  /** Throws a refusal while the step is locked. */
  removeNode(id: string): void {
    const node = this.#unlocked(id)
    this.#put('nodes', this.nodes.indexOf(node), node, null)
  }

  removeNote(id: string): void {
    const at = this.notes.findIndex((one) => one.id === id)
    if (at < 0) throw new Refusal('unknown-note')
    this.#put('notes', at, this.notes[at]!, null)
  }

  /** Draws a line, or leads the one that leaves this port elsewhere: a port has one target. */
  connect(edge: ScenarioEdge): void {
    this.node(edge.source)
    this.node(edge.target)
    const old = this.edge(edge.source, edge)
    if (old?.target === edge.target) return
    this.#put('edges', old === undefined ? this.edges.length : this.edges.indexOf(old), old ?? null, edge)
  }

  disconnect(edge: ScenarioEdge): void {
    this.#put('edges', this.edges.indexOf(edge), edge, null)
  }

  /** Says which step comes first; a start never leads nowhere. */
  setEntry(entry: 'open' | 'paid', node: string | null): void {
    if (node !== null) this.node(node)
    this.set('entries', { ...this.entries, [entry]: node })
  }

  set<F extends FieldName>(field: F, value: ScenarioDocument[F]): void {
    if (!fieldSchemas[field].safeParse(value).success) throw new Refusal('invalid-value')
    const from = this.#fields[field]
    this.changes.push({ field, from, to: value } as Change)
    this.#fields[field] = value
  }

  #unlocked(id: string): ScenarioNode {
    const node = this.node(id)
    if (node.locked === true) throw new Refusal('locked')
    return node
  }

  #put(list: ListName, at: number, from: unknown, to: unknown): void {
    if (to !== null && !itemSchemas[list].safeParse(to).success) throw new Refusal('invalid-value')
    const items = this.#lists[list] as unknown[]
    if (from === null && items.length >= limits[list]) throw new Refusal(tooMany[list])
    items.splice(at, from === null ? 0 : 1, ...(to === null ? [] : [to]))
    this.changes.push({ list, at, from, to } as Change)
  }
}
