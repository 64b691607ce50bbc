import { Claim } from '../../models/claim.ts'
import { insertNew } from '../../models/insert-new.ts'

/** One attempt at a message: another one, later, claims at another instant. */
interface Claiming {
  readonly message: string
  readonly claimedAt: Date
}

/**
 * Takes the right to send every key, or none: false when one was sent or is being sent by another message. Each key is one
 * invoice's step, so a step can never leave twice whatever the messages around it became.
 */
export async function claimKeys(keys: readonly string[], claiming: Claiming): Promise<boolean> {
  const taken: string[] = []
  for (const _id of keys) {
    const isMine = await insertNew(Claim, [{ _id, ...claiming }])
    if (!isMine) {
      await freeClaims(taken, claiming)
      return false
    }
    taken.push(_id)
  }
  return true
}

/** Nothing has left: the keys may be claimed again. An attempt frees its own claims only; a person's word frees a message's. */
export async function freeClaims(
  keys: readonly string[],
  claiming: Pick<Claiming, 'message'> & Partial<Claiming>,
): Promise<void> {
  for (const _id of keys) await Claim.deleteOne({ _id, ...claiming, result: null })
}

/** Ms between attempts to write down that a message has left. */
const persistence = [100, 300, 1_000, 3_000, 6_000]

/** It has left: written down at all costs, as a claim without an end costs a person's time. */
export async function endClaims(
  keys: readonly string[],
  { at, providerId }: { at: Date; providerId: string | null },
): Promise<void> {
  const end = { endedAt: at, result: 'sent', providerId }
  for (const wait of persistence) {
    try {
      await Claim.updateMany({ _id: { $in: [...keys] } }, { $set: end })
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  await Claim.updateMany({ _id: { $in: [...keys] } }, { $set: end })
}
