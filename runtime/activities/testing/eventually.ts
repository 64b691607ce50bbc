/** Looks again until the look gives something true; throws with what it saw last after `patience` ms. */
export async function eventually<T>(
  look: () => Promise<T>,
  { patience = 30_000, until = Boolean }: { patience?: number; until?: (seen: T) => boolean } = {},
): Promise<T> {
  const deadline = Date.now() + patience
  for (;;) {
    const seen = await look()
    if (until(seen)) return seen
    if (Date.now() > deadline) throw new Error(`not within ${patience} ms; last seen: ${JSON.stringify(seen)}`)
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}
