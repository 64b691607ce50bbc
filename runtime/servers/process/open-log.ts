import { openSync, renameSync, statSync } from 'node:fs'

const largest = 10 * 1024 * 1024

/** Opens a log to append to; one of more than 10 MB is put aside first, in place of the one put aside before. */
export function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.old`)
  return openSync(file, 'a')
}
