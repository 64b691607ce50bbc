import type { Scenario } from '@relance/runtime/contract/scenarios'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import { useCallback, useEffect, useRef } from 'react'
import { call } from '../../client/call.ts'
import { Problem } from '../../client/problem.ts'
import { isUnsaved, type SaveState, type StudioStore } from '../../document/studio-store.ts'

/** Time without an edit after which the draft is kept. */
const quietMs = 700
const retryMs = 4_000

/**
 * Keeps the draft on the server as it is drawn, one request at a time. A failure is tried again by itself, and at once when
 * the connection is back; a conflict waits for a person, a refusal for the next edit. `flush` saves now and says whether
 * everything is kept.
 */
export function useAutosave(store: StudioStore, { onSaved }: { onSaved: (scenario: Scenario) => void }) {
  const under = useRef<Promise<boolean> | null>(null)
  const told = useRef(onSaved)
  told.current = onSaved

  const flush = useCallback(async (): Promise<boolean> => {
    if (under.current !== null) await under.current
    if (!isUnsaved(store.getSnapshot().context)) return true
    if (store.getSnapshot().context.save.state === 'conflict') return false
    under.current = saveOnce(store, (scenario) => told.current(scenario))
    const kept = await under.current
    under.current = null
    return kept && !isUnsaved(store.getSnapshot().context) ? true : kept ? flush() : false
  }, [store])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let tried: ScenarioDocument | null = null
    const plan = () => {
      const { context } = store.getSnapshot()
      const { state } = context.save
      if (state === 'saving') tried = context.document
      const waits = state === 'saving' || state === 'conflict' || (state === 'refused' && context.document === tried)
      clearTimeout(timer)
      if (waits || !isUnsaved(context)) return
      timer = setTimeout(() => void flush(), state === 'failed' || state === 'offline' ? retryMs : quietMs)
    }
    const back = () => void flush()
    const { unsubscribe } = store.subscribe(plan)
    addEventListener('online', back)
    return () => {
      clearTimeout(timer)
      unsubscribe()
      removeEventListener('online', back)
      // Leaving the page for another one of the product: what is drawn still goes.
      void flush()
    }
  }, [store, flush])
  return flush
}

async function saveOnce(store: StudioStore, onSaved: (scenario: Scenario) => void): Promise<boolean> {
  const { document, save } = store.getSnapshot().context
  store.trigger.saving()
  try {
    const scenario = await call('createScenario', { body: { document, revision: save.revision } })
    store.trigger.stored({ document, revision: scenario.revision, at: scenario.updatedAt })
    onSaved(scenario)
    return true
  } catch (error) {
    store.trigger.saveFailed({ state: failureOf(error) })
    return false
  }
}

function failureOf(error: unknown): Exclude<SaveState, 'saved' | 'saving'> {
  if (!(error instanceof Problem) || error.status === 0) return 'offline'
  if (error.status === 409) return 'conflict'
  return error.status >= 500 || error.status === 429 ? 'failed' : 'refused'
}
