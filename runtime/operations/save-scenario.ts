import type { z } from 'zod'
import type { Scenario as ScenarioView, saveScenarioSchema } from '../contract/scenarios.ts'
import { documentHash } from '../machine/document-hash.ts'
import { insertOnce } from '../models/duplicate-key.ts'
import { Scenario } from '../models/scenario.ts'
import { Thread } from '../models/thread.ts'
import type { Operator } from './ports.ts'
import { findScenario, readScenario } from './read-scenarios.ts'
import { RefusedError } from './refused-error.ts'

/**
 * Saves a draft: creates it, or replaces the revision that its editor started from. Somebody else's revision in between is
 * refused as `conflict`. A draft may have problems; running files never see it.
 */
export async function saveScenario(
  { document, revision }: z.output<typeof saveScenarioSchema>,
  operator: Operator,
): Promise<ScenarioView> {
  refuseStrangeKeys(document)
  const draft = {
    document,
    hash: documentHash(document),
    updatedAt: operator.ports.now(),
    updatedBy: operator.author,
  }
  if (revision === undefined) {
    const created = await insertOnce(() => Scenario.create({ _id: document.id, ...draft, revision: 1 }))
    if (!created) await refuseConflict(document.id)
  } else {
    const saved = await Scenario.updateOne({ _id: document.id, revision }, { $set: draft, $inc: { revision: 1 } })
    if (saved.matchedCount === 0) await refuseConflict(document.id)
  }
  return readScenario(document.id, operator)
}

/** Deletes a draft that no file can refer to. */
export async function deleteScenario(id: string): Promise<{ id: string }> {
  const deleted = await Scenario.deleteOne({ _id: id, published: null })
  if (deleted.deletedCount === 1) {
    await Thread.deleteMany({ scenario: id })
    return { id }
  }
  await findScenario(id)
  throw new RefusedError('was-published')
}

async function refuseConflict(id: string): Promise<never> {
  const { revision } = await findScenario(id)
  throw new RefusedError('conflict', { values: { current: revision } })
}

/** Names that the database reads as operators or paths, and JavaScript as a prototype. No node kind has such a setting. */
function refuseStrangeKeys(value: unknown, path = 'body.document'): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const strange = key.startsWith('$') || key.includes('.') || key.includes('\0') || key === '__proto__'
    if (strange) throw new RefusedError('invalid', { errors: [{ path: `${path}.${key}`, message: key }] })
    refuseStrangeKeys(inner, `${path}.${key}`)
  }
}
