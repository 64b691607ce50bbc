import type { FileContext, Standing } from './types.ts'

export type Flag = 'disputed' | 'promised' | 'held'

/** The strongest of a file's flags. */
export function standingOf(context: FileContext): Standing {
  if (context.held) return 'held'
  if (context.disputed) return 'disputed'
  return context.promised ? 'promised' : 'free'
}
