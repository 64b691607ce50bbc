import { isDuplicateKey } from '../../models/duplicate-key.ts'

/** An unordered insert of which some ids may exist: another import brought them, the others are written. */
export async function knownAlready(insert: Promise<unknown>): Promise<void> {
  try {
    await insert
  } catch (error) {
    const failures = (error as { writeErrors?: readonly { code?: number }[] }).writeErrors
    const all = Array.isArray(failures) ? failures : [failures ?? error]
    if (!all.every(isDuplicateKey)) throw error
  }
}
