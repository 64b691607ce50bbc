/** The width of a phone, below which tables become cards. */
export const narrow = '(max-width: 47.99em)'
