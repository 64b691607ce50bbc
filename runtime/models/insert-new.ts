import { isDuplicateKey } from './duplicate-key.ts'

/** What is needed of a model. */
interface Insertable {
  new (): { toObject(): object }
  insertMany(documents: never[], options: { ordered: false; lean: true }): Promise<unknown>
}

/**
 * Inserts documents of which some ids may exist: those stay as they are, the others are written. Documents are judged already
 * and only lack the defaults of their model; casting each would cost more than writing it.
 */
export async function insertNew(model: Insertable, documents: readonly object[]): Promise<void> {
  if (documents.length === 0) return
  const blank = new model().toObject()
  try {
    await model.insertMany(documents.map((document) => ({ ...blank, ...document })) as never[], {
      ordered: false,
      lean: true,
    })
  } catch (error) {
    const failures = (error as { writeErrors?: readonly { code?: number }[] }).writeErrors
    const all = Array.isArray(failures) ? failures : [failures ?? error]
    if (!all.every(isDuplicateKey)) throw error
  }
}
