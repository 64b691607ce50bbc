/** Runs `run` over all, at most `atOnce` together; the first failure stops the others from beginning. */
export async function inParallel<T>(
  all: readonly T[],
  { atOnce, run }: { atOnce: number; run: (one: T) => Promise<void> },
): Promise<void> {
  const queue = all[Symbol.iterator]()
  let failed = false
  const worker = async () => {
    for (let next = queue.next(); !next.done && !failed; next = queue.next()) {
      await run(next.value).catch((error) => {
        failed = true
        throw error
      })
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker))
}
