/** The furthest that a count of days may go: ten years. */
export const furthestDays = 3_650
