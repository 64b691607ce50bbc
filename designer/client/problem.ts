import type { problemDetailsSchema } from '@relance/runtime/contract/common'
import type { z } from 'zod'

type ProblemDetails = z.infer<typeof problemDetailsSchema>

/** What the server answered instead of what was asked: `code` is stable, `errors` locate the faults. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly code: string
  readonly detail: string | undefined
  readonly errors: readonly { readonly path: string; readonly message: string }[]

  constructor(details: Pick<ProblemDetails, 'title' | 'status' | 'code'> & Partial<ProblemDetails>) {
    super(details.detail ?? details.title)
    this.status = details.status
    this.code = details.code
    this.detail = details.detail
    this.errors = details.errors ?? []
  }
}

/** Reads a failed response; a page that is no problem document still becomes one. */
export async function problemOf(response: Response): Promise<Problem> {
  const fallback = { title: response.statusText, status: response.status, code: `http-${response.status}` }
  try {
    const body = (await response.json()) as Partial<ProblemDetails>
    return new Problem({ ...fallback, ...body })
  } catch {
    return new Problem(fallback)
  }
}

/** The request never got an answer. */
export function unreachable(): Problem {
  return new Problem({ title: 'unreachable', status: 0, code: 'unreachable' })
}
