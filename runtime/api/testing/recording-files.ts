import type { FileDoor } from '../../operations/ports.ts'
import type { AnswerSignal, DecideSignal, HappenSignal, MigrateSignal } from '../../workflows/protocol.ts'

export type Signal =
  | { readonly to: 'start'; readonly item: string; readonly scenario: string }
  | ({ readonly to: 'happen'; readonly item: string } & HappenSignal)
  | ({ readonly to: 'answer'; readonly item: string } & AnswerSignal)
  | { readonly to: 'migrate'; readonly item: string; readonly signal: MigrateSignal }
  | ({ readonly to: 'decide'; readonly debtor: string } & DecideSignal)

/** A door to files that notes what it is told, and fails while there is an outage. */
export function recordingFiles(outage: { readonly on: boolean }): { files: FileDoor; signals: Signal[] } {
  const signals: Signal[] = []
  const started = new Set<string>()
  const note = async (signal: Signal) => {
    if (outage.on) throw new Error('the engine does not answer')
    signals.push(signal)
    return 'taken' as const
  }
  const files: FileDoor = {
    start: async ({ item, scenario }) => {
      if (started.has(item)) return 'already'
      await note({ to: 'start', item, scenario })
      started.add(item)
      return 'started'
    },
    happen: (item, signal) => note({ to: 'happen', item, ...signal }),
    answer: (item, signal) => note({ to: 'answer', item, ...signal }),
    migrate: (item, signal) => note({ to: 'migrate', item, signal }),
    decide: (debtor, signal) => note({ to: 'decide', debtor, ...signal }),
    recheck: async () => undefined,
    wakeDesks: async () => 0,
  }
  return { files, signals }
}
