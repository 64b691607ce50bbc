import type { ResponseOf, RouteName } from '@relance/runtime/contract/routes'
import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { call, type RequestOf } from './call.ts'
import { Problem } from './problem.ts'

/** Refused requests are not asked again; a server that does not answer is, twice. */
function retry(failures: number, error: Error): boolean {
  return failures < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 502)
}

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 15_000, retry, refetchOnWindowFocus: true }, mutations: { retry: false } },
})

interface Options {
  readonly enabled?: boolean
  /** Keeps the last page on screen while the next one comes. */
  readonly keep?: boolean
  /** Milliseconds between two readings, or false. */
  readonly every?: number | false
}

/** Reads a route; the key is its name, so that a change of topic refreshes every reading of it. */
export function useRoute<N extends RouteName>(
  name: N,
  request: Omit<RequestOf<N>, 'signal'>,
  { enabled = true, keep = false, every = false }: Options = {},
): UseQueryResult<ResponseOf<N>, Problem> {
  return useQuery<ResponseOf<N>, Problem>({
    queryKey: [name, request],
    queryFn: ({ signal }) => call(name, { ...request, signal } as RequestOf<N>),
    enabled,
    refetchInterval: every,
    ...(keep ? { placeholderData: keepPreviousData as never } : {}),
  })
}

/** What a change of each topic makes stale. */
export const staleBy = {
  invoices: [
    'flow',
    'invoices',
    'invoice',
    'timeline',
    'claim',
    'debtors',
    'debtor',
    'segmentFiles',
    'customerHistory',
    'figures',
  ],
  messages: ['messages', 'message', 'figures', 'timeline'],
  tasks: ['tasks', 'task', 'figures'],
  scenarios: ['scenarios', 'scenario', 'versions', 'impact', 'segmentFiles'],
  comments: ['threads'],
  imports: ['imports', 'import'],
  rehearsals: ['rehearsal'],
  simulations: ['simulation'],
  settings: ['rates', 'entities', 'claim'],
  restraints: ['restraints', 'debtor', 'invoice', 'timeline'],
} as const satisfies Record<string, readonly RouteName[]>

export type Topic = keyof typeof staleBy

export function refresh(client: QueryClient, topics: readonly Topic[]): void {
  const names = new Set<string>(topics.flatMap((topic) => staleBy[topic]))
  void client.invalidateQueries({ predicate: ({ queryKey }) => names.has(String(queryKey[0])) })
}

/** Writes through a route and refreshes the topics that it changes. */
export function useChange<N extends RouteName>(name: N, { changes }: { changes: readonly Topic[] }) {
  const client = useQueryClient()
  return useMutation<ResponseOf<N>, Problem, RequestOf<N>>({
    mutationFn: (request) => call(name, request),
    onSuccess: () => refresh(client, changes),
  })
}
