/**
 * Collection effectiveness index over N months, 0 to 1:
 * (opening + sales/N − closing total) / (opening + sales/N − closing not due). 1 when nothing could be collected.
 */
export function collectionEffectiveness(figures: {
  opening: number
  /** Sales of the period / N. */
  monthlySales: number
  closing: number
  closingNotDue: number
}): number {
  const collectable = figures.opening + figures.monthlySales - figures.closingNotDue
  return collectable === 0 ? 1 : (figures.opening + figures.monthlySales - figures.closing) / collectable
}
