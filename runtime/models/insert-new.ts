import { isDuplicateKey } from './duplicate-key.ts'

/** What is needed of a model. */
interface Insertable {
  new (): { toObject(): object }
  insertMany(documents: never[], options: { ordered: false; lean: true }): Promise<unknown>
}

/** The defaults of a model, which are the same for each of its documents. */
const blanks = new WeakMap<Insertable, object>()

/**
 * Inserts documents of which some ids may exist: those stay as they are, the others are written. Documents are judged already
 * and only lack the defaults of their model; casting each would cost more than writing it. True when all were new.
 */
export async function insertNew(model: Insertable, documents: readonly object[]): Promise<boolean> {
  if (documents.length === 0) return true
  const blank = blanks.get(model) ?? new model().toObject()
  blanks.set(model, blank)
  try {
    await model.insertMany(documents.map((document) => ({ ...blank, ...document })) as never[], {
      ordered: false,
      lean: true,
    })
    return true
  } catch (error) {
    const failures = (error as { writeErrors?: readonly { code?: number }[] }).writeErrors
    const all = Array.isArray(failures) ? failures : [failures ?? error]
    if (!all.every(isDuplicateKey)) throw error
    return false
  }
}
