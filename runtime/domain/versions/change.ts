import type { Words } from '@relance/sdk/words'

export const changeTypes = [
  'step-added',
  'step-removed',
  'kind',
  'title',
  'setting',
  'template',
  'line',
  'entry',
  'policy',
  'about',
  'notes',
] as const

/** One difference between two drawings of a scenario, told as people would. */
export interface Change {
  readonly type: (typeof changeTypes)[number]
  /** The step concerned; null for the scenario as a whole. */
  readonly node: string | null
  /** Place in the document, e.g. `settings.days`, `sent`, `policy.catchUp`. */
  readonly path: string
  /** What people call the step, or the scenario. */
  readonly subject: Words
  /** The field, the outcome or the rule. */
  readonly field: Words
  /** Null where there was, or is, nothing. */
  readonly before: Words | null
  readonly after: Words | null
}
