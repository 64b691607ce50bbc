import { setTimeout as sleep } from 'node:timers/promises'

export interface Answered {
  readonly status: number
  readonly body: unknown
  /** Ms since the epoch at which the answer was here. */
  readonly at: number
}

/** Ms between two tries, at first and at most, and until a call without an answer is given up. */
const firstPause = 400
const longestPause = 8_000
const patience = 60_000

/**
 * A system outside, which tells Relance what happens and, as such systems do, says it again until it is heard. Answers 404
 * and 5xx are told again as well: an invoice may not be there yet. Throws when `until` (ms) has passed.
 */
export function outside(page: string, { until }: { readonly until: () => number }) {
  const insist = async (path: string, request: () => RequestInit): Promise<Answered> => {
    for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 1.5)) {
      const answer = await ask(`${page}/api${path}`, request()).catch(() => undefined)
      if (answer && answer.status < 500 && answer.status !== 404) return answer
      if (Date.now() > until()) throw new Error(`${path} was never heard (${answer?.status ?? 'no answer'})`)
      await sleep(pause)
    }
  }
  return {
    get: (path: string) => insist(path, () => ({})),
    post: (path: string, body: unknown) =>
      insist(path, () => ({
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })),
    upload: (path: string, { name, text }: { readonly name: string; readonly text: string }) =>
      insist(path, () => {
        const form = new FormData()
        form.append('file', new Blob([text], { type: 'text/csv' }), name)
        return { method: 'POST', body: form }
      }),
  }
}

export type Outside = ReturnType<typeof outside>

async function ask(url: string, request: RequestInit): Promise<Answered> {
  const response = await fetch(url, { ...request, signal: AbortSignal.timeout(patience) })
  const body = await response.json().catch(() => null)
  return { status: response.status, body, at: Date.now() }
}
