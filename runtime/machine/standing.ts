import type { FileContext, Standing } from './types.ts'

/**
 * What keeps a file's acts back. `carried`: another invoice of the account carries its reminders, so that this one's contacts stand
 * aside; nothing is wrong with the file, and it stands as free.
 */
export type Flag = 'disputed' | 'promised' | 'held' | 'carried'

/** The strongest of a file's flags. */
export function standingOf(context: FileContext): Standing {
  if (context.held) return 'held'
  if (context.disputed) return 'disputed'
  return context.promised ? 'promised' : 'free'
}
