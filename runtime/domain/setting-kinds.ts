/** Log entries about rates and sales terms: the history of their page. */
export const rateHistoryKinds = [
  'rate-entered',
  'rate-changed',
  'rate-checked',
  'rate-removed',
  'terms-changed',
] as const
export type RateHistoryKind = (typeof rateHistoryKinds)[number]

/** Log entries about a customer as a whole: the history of its page. */
export const customerHistoryKinds = [
  'segment-changed',
  'files-sent',
  'minimums-changed',
  'insolvency-opened',
  'insolvency-lifted',
] as const
export type CustomerHistoryKind = (typeof customerHistoryKinds)[number]

/** Log entries about settings and customers, which belong to no invoice's timeline; a page words them where it shows them. */
export type SettingKind = RateHistoryKind | CustomerHistoryKind | 'ledger-limit-changed'
