import type { Words } from './words.ts'

/** A value of a closed or suggested list, with the words under which people choose it. */
export interface Choice {
  readonly value: string
  readonly words: Words
}

/**
 * How a field is edited. Without a widget the type decides: text, number, switch, list.
 * `choice` a list, `segments` a row of two to four choices, `days` a number with its unit, `template` and `script` a stage
 * with a preview beside it, `fact` and `comparison` parts of a condition, `branches` the list of a decision's ways.
 */
export const widgets = [
  'choice',
  'segments',
  'days',
  'template',
  'script',
  'branches',
  'fact',
  'comparison',
  'fact-value',
] as const
export type Widget = (typeof widgets)[number]

declare module 'zod' {
  /** What `.meta()` of a settings field carries: `z.toJSONSchema` copies it, and the form is made from it. */
  interface GlobalMeta {
    words?: Words
    help?: Words
    widget?: Widget
    choices?: readonly Choice[]
  }
}
