/** Log entries about settings and customers, which belong to no invoice's timeline; a page words them where it shows them. */
export const settingKinds = [
  'rate-entered',
  'rate-changed',
  'rate-checked',
  'rate-removed',
  'terms-changed',
  'insolvency-opened',
  'insolvency-lifted',
] as const
export type SettingKind = (typeof settingKinds)[number]
