import { Desk } from '../../models/desk.ts'
import { isDuplicateKey } from '../../models/duplicate-key.ts'

/** A file sends from this desk just now: whoever else wants it comes again in a moment. */
export class DeskTaken extends Error {
  override readonly name = 'DeskTaken'
  constructor(debtor: string) {
    super(`a file sends from the desk of ${debtor}`)
  }
}

interface State {
  readonly takenUntil?: Date | null
}

export function isTaken(desk: State | null, now: Date): boolean {
  return desk?.takenUntil != null && desk.takenUntil > now
}

/**
 * Takes a desk on which nothing waits for one message alone, until `until` at the latest. Null when something waits there or
 * somebody else has taken it; else when its debtor was last written to.
 */
export async function takeDesk(
  debtor: string,
  { message, until }: { message: string; until: Date },
): Promise<{ readonly lastContactAt: string | null } | null> {
  try {
    const desk = await Desk.findOneAndUpdate(
      { _id: debtor, messages: [] },
      { $set: { messages: [message], takenUntil: until } },
      { upsert: true, returnDocument: 'after' },
    ).lean()
    return { lastContactAt: desk.lastContactAt?.toISOString() ?? null }
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

/** Gives a desk back with the message on it, for the desk to go on with. */
export async function handBack(debtor: string, { message }: { message: string }): Promise<void> {
  await Desk.updateOne({ _id: debtor, messages: message }, { $set: { takenUntil: null } })
}

/** Gives a desk back as it was found. */
export async function leaveDesk(debtor: string, { message }: { message: string }): Promise<void> {
  await Desk.updateOne({ _id: debtor }, { $pull: { messages: message }, $set: { takenUntil: null } })
}

/** Lays a message on a desk. Throws DeskTaken while a file sends from it. */
export async function layOnDesk(debtor: string, { message, now }: { message: string; now: Date }): Promise<void> {
  try {
    await Desk.updateOne(
      { _id: debtor, $or: [{ takenUntil: null }, { takenUntil: { $lte: now } }] },
      { $addToSet: { messages: message } },
      { upsert: true },
    )
  } catch (error) {
    throw isDuplicateKey(error) ? new DeskTaken(debtor) : error
  }
}
