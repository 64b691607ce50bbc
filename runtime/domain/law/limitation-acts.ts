/** What bears on the limitation clock, or is believed to. */
export const limitationActs = [
  'acknowledgement',
  'lawsuit',
  'judgment',
  'lawsuit-dropped',
  'formal-notice',
  'claim-declared',
] as const
export type LimitationActKind = (typeof limitationActs)[number]
