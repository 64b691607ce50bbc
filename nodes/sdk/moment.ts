/** What a moment counts from. `previousStep` is the instant at which the file reached the wait. */
export const anchors = ['dueDate', 'issueDate', 'previousStep', 'paymentDate'] as const
export type Anchor = (typeof anchors)[number]

export const dayUnits = ['calendar', 'working'] as const
export type DayUnit = (typeof dayUnits)[number]

/**
 * A date asked for by a wait, resolved by the host to an absolute instant at the opening of the contact hours.
 * `days` may be negative (before the anchor); a working-day count skips weekends and public holidays.
 */
export interface Moment {
  readonly from: Anchor
  readonly days: number
  readonly unit: DayUnit
}
