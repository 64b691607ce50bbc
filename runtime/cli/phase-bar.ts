import type { Locale } from '@relance/sdk/words'
import { SingleBar } from 'cli-progress'
import type { ImportRequest } from '../imports/import-request.ts'
import { ledgerWords } from './ledger-words.ts'

/** One bar that follows an import through its phases, on a terminal only. */
export function phaseBar(locale: Locale): { update: NonNullable<ImportRequest['progress']>; stop: () => void } {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined }
  const format = '{phase} {bar} {value}/{total}'
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true, hideCursor: true })
  bar.start(0, 0, { phase: '' })
  return {
    update: ({ phase, done, total }) => {
      bar.setTotal(Math.max(total, done))
      bar.update(done, { phase: ledgerWords[phase][locale] })
    },
    stop: () => bar.stop(),
  }
}
