import { setTimeout as sleep } from 'node:timers/promises'

const pause = 100

/** Repeats `ask` until it returns; throws its last error after `timeout` ms, or at once when `ended` resolves. */
export async function waitUntil<T>(
  ask: () => Promise<T>,
  options: { readonly timeout: number; readonly ended?: Promise<string> },
): Promise<T> {
  const until = Date.now() + options.timeout
  let over: string | undefined
  options.ended?.then((reason) => {
    over = reason
  })
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (over !== undefined) throw new Error(over, { cause: error })
      if (Date.now() > until) throw error
    }
    await sleep(pause)
  }
}
