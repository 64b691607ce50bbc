import type { Effect, FileContext } from './types.ts'

/** What a statechart writes of an effect; the place and the dates come from the file's context. */
export type EffectParams =
  /** `resumes`: a step that was held asks what became of the date that led to it. */
  | (Written<'date', 'moment'> & { readonly resumes?: boolean })
  | Written<'sleep', never>
  | Written<'facts', never>
  | Written<'act', 'kind' | 'settings'>
  | Written<'ended', 'reason' | 'closes'>
  | Written<'parked', never>
  /** `former`: the step that was owed until now. */
  | (Written<'skipped', never> & { readonly former?: boolean })

type Written<T extends Effect['type'], F extends PropertyKey> =
  Extract<Effect, { type: T }> extends infer E ? Pick<E, Extract<keyof E, F | 'type'>> : never

/** Completes an effect for a file. `event` is what led to it; a parked step tells its reason. */
export function effectOf(
  params: EffectParams,
  { context, event }: { context: FileContext; event?: { readonly type: string; readonly reason?: string } },
): Effect {
  const { node, visit, catchingUp, until, passed } = context
  switch (params.type) {
    case 'date': {
      const since = params.resumes && until !== null ? { since: until } : {}
      return { type: 'date', node, visit, moment: params.moment, catchingUp, ...since }
    }
    case 'sleep':
      return { type: 'sleep', node, visit, until: until ?? '' }
    case 'parked':
      return { type: 'parked', node, visit, reason: event?.reason ?? 'unknown-outcome' }
    case 'act':
    case 'facts':
      return { ...params, node, visit }
    case 'ended':
      return { ...params, node }
    case 'skipped':
      return { type: 'skipped', node: params.former ? (passed ?? node) : node }
  }
}
