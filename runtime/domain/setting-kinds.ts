/** Log entries about rates and sales terms: the history of their page. */
export const rateHistoryKinds = [
  'rate-entered',
  'rate-changed',
  'rate-checked',
  'rate-removed',
  'terms-changed',
] as const
export type RateHistoryKind = (typeof rateHistoryKinds)[number]

/** Log entries about settings and customers, which belong to no invoice's timeline; a page words them where it shows them. */
export type SettingKind =
  | RateHistoryKind
  | 'minimums-changed'
  | 'ledger-limit-changed'
  | 'insolvency-opened'
  | 'insolvency-lifted'
