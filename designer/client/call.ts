import type { BodyOf, QueryOf, ResponseOf, RouteName } from '@relance/runtime/contract/routes'
import { currentLocale } from '../i18n/i18n.ts'
import { doors } from './doors.ts'
import { problemOf, unreachable } from './problem.ts'

type PathOf<N extends RouteName> = (typeof doors)[N][1]
type IdPart<P extends string> = P extends `${string}/:id${string}` ? { readonly id: string } : unknown
type QueryPart<Q> = [Q] extends [undefined] ? unknown : { readonly query?: Q }
type BodyPart<B> = [B] extends [undefined] ? unknown : { readonly body: B }

/** What a route wants: `id` from its path, `query`, `body`, each only where the table has it. */
export type RequestOf<N extends RouteName> = IdPart<PathOf<N>> &
  QueryPart<QueryOf<N>> &
  BodyPart<BodyOf<N>> & { readonly file?: File; readonly signal?: AbortSignal }

interface Loose {
  readonly id?: string
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly file?: File
  readonly signal?: AbortSignal
}

/** The address of a route under `/api`, filters included; empty filters are left out. */
export function addressOf(name: RouteName, { id, query = {} }: Pick<Loose, 'id' | 'query'> = {}): string {
  const path = doors[name][1].replace(':id', encodeURIComponent(id ?? ''))
  const filters = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(filters.map(([key, value]) => [key, String(value)])).toString()
  return `/api${path}${search === '' ? '' : `?${search}`}`
}

function multipart(file: File, fields: unknown): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields ?? {})) {
    if (value !== undefined) form.append(key, String(value))
  }
  form.append('file', file)
  return form
}

function bodyOf({ file, body }: Loose): BodyInit | null {
  if (file !== undefined) return multipart(file, body)
  return body === undefined ? null : JSON.stringify(body)
}

/** Calls one route of the contract. Throws a `Problem`. */
export async function call<N extends RouteName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
  const loose = request as Loose
  const json = loose.file === undefined && loose.body !== undefined
  const response = await fetch(addressOf(name, loose), {
    method: doors[name][0].toUpperCase(),
    headers: {
      accept: 'application/json, application/problem+json',
      'accept-language': currentLocale(),
      ...(json ? { 'content-type': 'application/json' } : {}),
    },
    body: bodyOf(loose),
    signal: loose.signal ?? null,
    // A decision taken in the last moment still leaves when the page closes.
    keepalive: json,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw unreachable()
  })
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as ResponseOf<N>
}
