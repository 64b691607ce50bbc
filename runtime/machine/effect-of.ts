import type { Effect, FileContext } from './types.ts'

/** What a statechart writes of an effect; the visit and the dates come from the file's context. */
export type EffectParams =
  /** `resumes`: a step that was held asks what became of the date that led to it. */
  | (Template<'date', 'moment'> & { readonly resumes?: boolean })
  | Template<'sleep', never>
  | Template<'facts', never>
  | Template<'act', 'kind' | 'settings'>
  | Template<'ended', 'reason' | 'closes'>
  | Template<'parked', never>
  /** `former`: the step that was owed until now. */
  | (Template<'skipped', never> & { readonly former?: boolean })

type Template<T extends Effect['type'], F extends PropertyKey> =
  Extract<Effect, { type: T }> extends infer E ? Pick<E, Extract<keyof E, F | 'type' | 'node'>> : never

/** Completes an effect for a file. `event` is what led to it; a parked step tells its reason. */
export function effectOf(
  params: EffectParams,
  { context, event }: { context: FileContext; event?: { readonly type: string; readonly reason?: string } },
): Effect {
  const place = { node: params.node, visit: context.visit }
  switch (params.type) {
    case 'date': {
      const { resumes, ...question } = params
      const since = resumes && context.until !== null ? { since: context.until } : {}
      return { ...question, ...place, catchingUp: context.catchingUp, ...since }
    }
    case 'sleep':
      return { type: 'sleep', ...place, until: context.until ?? '' }
    case 'parked':
      return { type: 'parked', ...place, reason: event?.reason ?? 'unknown-outcome' }
    case 'act':
    case 'facts':
      return { ...params, ...place }
    case 'ended':
      return params
    case 'skipped':
      return { type: 'skipped', node: params.former ? (context.passed ?? params.node) : params.node }
  }
}
