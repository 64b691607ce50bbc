import { z } from 'zod'
import { confirmations } from './contact.ts'
import { segments } from './facts.ts'

/** Bounds that keep a hostile or runaway document from freezing a program. */
export const limits = { nodes: 1_000, edges: 4_000, notes: 200, text: 20_000, bytes: 5_000_000 } as const

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'letters, digits, - and _, starting with a letter')
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:mm')

export const scenarioNodeSchema = z.strictObject({
  id,
  kind: z.string().min(1).max(64),
  kindVersion: z.int().min(1),
  settings: z.record(z.string(), z.json()),
  position: z.strictObject({ x: z.number(), y: z.number() }),
  label: z.string().max(200).default(''),
  /** Neither moved, changed nor deleted until somebody unlocks it. */
  locked: z.literal(true).optional(),
})

export const scenarioEdgeSchema = z.strictObject({
  source: id,
  port: z.string().min(1).max(64),
  target: id,
})

export const scenarioNoteSchema = z.strictObject({
  id,
  text: z.string().max(limits.text),
  position: z.strictObject({ x: z.number(), y: z.number() }),
})

export const contactHoursSchema = z.strictObject({
  /** ISO weekdays, 1 = Monday. */
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  windows: z
    .array(z.strictObject({ from: clock, to: clock }))
    .min(1)
    .max(6),
})

export const policySchema = z.strictObject({
  /** Whether a collector confirms each message before it leaves; a node may say otherwise. */
  confirmation: z.enum(confirmations).default('manual'),
  /** What becomes of steps whose date is past when the file reaches them: none, only the last, or each in turn. */
  catchUp: z.enum(['skip', 'latest', 'spread']).default('latest'),
  /** Days between two contacts with the same debtor. */
  minimumContactDelay: z.int().min(0).max(90).default(2),
  contactHours: contactHoursSchema.prefault({
    days: [1, 2, 3, 4, 5],
    windows: [
      { from: '10:00', to: '13:00' },
      { from: '14:00', to: '18:00' },
    ],
  }),
  /** Where the next invoice resumes when the one that carries the account is paid, disputed or has said its last word. */
  reanchor: z.enum(['standard', 'contextual']).default('contextual'),
  /** What holds the course besides payment, which always ends it. */
  stopRules: z.strictObject({ dispute: z.boolean().default(true), promise: z.boolean().default(true) }).prefault({}),
})

/** A drawn scenario as it is stored, exported and compared. Node settings are checked by their own kinds, in `compile`. */
export const scenarioDocumentSchema = z.strictObject({
  format: z.literal('relance.scenario/1'),
  id,
  name: z.string().min(1).max(120),
  description: z.string().max(2_000).default(''),
  segment: z.enum(segments).nullable().default(null),
  /** Languages in which every template must exist. */
  languages: z
    .array(z.enum(['fr', 'en']))
    .min(1)
    .default(['fr', 'en']),
  /** First node of the course, and of what follows a payment (thanks). */
  entries: z.strictObject({ open: id.nullable(), paid: id.nullable().default(null) }),
  nodes: z.array(scenarioNodeSchema).max(limits.nodes),
  edges: z.array(scenarioEdgeSchema).max(limits.edges),
  notes: z.array(scenarioNoteSchema).max(limits.notes).default([]),
  policy: policySchema.prefault({}),
})

export type ScenarioDocument = z.output<typeof scenarioDocumentSchema>
export type ScenarioNode = z.output<typeof scenarioNodeSchema>
export type ScenarioEdge = z.output<typeof scenarioEdgeSchema>
export type ScenarioNote = z.output<typeof scenarioNoteSchema>
export type ScenarioPolicy = z.output<typeof policySchema>
export type ContactHours = z.output<typeof contactHoursSchema>

/** The JSON Schema that editors and other programs check a document against. */
export function scenarioJsonSchema() {
  return z.toJSONSchema(scenarioDocumentSchema, { io: 'input', target: 'draft-2020-12' })
}
