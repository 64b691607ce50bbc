import type { Rates } from '@relance/runtime/contract/law'
import { rateChanges } from '@relance/runtime/domain/law/rate-changes'
import type { Dated, RateKind, RateTable } from '@relance/runtime/domain/law/rate-table'
import { useState } from 'react'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { lawWords } from '../../words/law.ts'

/** The table as it is being edited; it follows the saved one until somebody types. */
export function useDraft(rates: Rates) {
  const say = useWords(lawWords)
  const [draft, setDraft] = useState<{ readonly base: number; readonly table: RateTable } | null>(null)
  const save = useChange('saveRates', { changes: ['settings'] })
  const table = draft?.table ?? rates.table
  const edit = (kind: RateKind, rows: readonly Dated[]) =>
    setDraft({ base: draft?.base ?? rates.revision, table: { ...table, [kind]: rows } })
  return {
    table,
    changed: draft === null ? 0 : rateChanges(rates.table, table).length,
    pending: save.isPending,
    problem: save.error,
    /** Sets the value that begins on a day; null takes it out. */
    put: (kind: RateKind, from: string, row: Omit<Dated, 'from'> | null) => {
      const others = table[kind].filter((one) => one.from !== from)
      edit(kind, row === null ? others : [...others, { from, ...row }])
    },
    move: (kind: RateKind, from: string, to: string) =>
      edit(
        kind,
        table[kind].map((row) => (row.from === from ? { ...row, from: to } : row)),
      ),
    reset: () => {
      save.reset()
      setDraft(null)
    },
    submit: () =>
      save.mutate(
        { body: { revision: draft?.base ?? rates.revision, table } },
        {
          onSuccess: () => {
            setDraft(null)
            told(say('save.done'))
          },
        },
      ),
  }
}

export type Draft = ReturnType<typeof useDraft>
