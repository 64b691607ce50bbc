import type { ImportReport } from '@relance/runtime/contract/imports'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../client/call.ts'
import type { Problem } from '../../client/problem.ts'
import { refresh } from '../../client/queries.ts'

export interface ImportOptions {
  readonly mode: ImportReport['mode']
  readonly entity: string | null
  /** Settles what a stock no longer lists even when that is more than half of the book. */
  readonly force: boolean
}

function send(file: File, { options, dryRun }: { options: ImportOptions; dryRun: boolean }): Promise<ImportReport> {
  const { mode, entity, force } = options
  return call('createImport', {
    file,
    body: {
      mode,
      dryRun: String(dryRun),
      force: String(force),
      ...(entity === null ? {} : { entity }),
    },
  })
}

/** Reads a file without writing, then writes it. */
export function useImport() {
  const client = useQueryClient()
  const dry = useMutation<ImportReport, Problem, { file: File; options: ImportOptions }>({
    mutationFn: ({ file, options }) => send(file, { options, dryRun: true }),
  })
  const write = useMutation<ImportReport, Problem, { file: File; options: ImportOptions }>({
    mutationFn: ({ file, options }) => send(file, { options, dryRun: false }),
    onSuccess: () => refresh(client, ['imports', 'invoices', 'messages', 'tasks']),
  })
  return { dry, write }
}
