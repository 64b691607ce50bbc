/** Waits for every one to succeed or fail, so that nothing is still starting when the others are stopped; throws the first failure. */
export async function settleAll<T extends readonly unknown[]>(
  starting: {
    readonly [K in keyof T]: Promise<T[K]>
  },
): Promise<T> {
  const settled = await Promise.allSettled(starting)
  const failed = settled.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
  return (await Promise.all(starting)) as unknown as T
}
