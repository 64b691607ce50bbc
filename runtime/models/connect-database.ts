import mongoose from 'mongoose'

/**
 * Connects this process to the database and builds missing indexes. Tries again until `patience` (ms) has passed, since a
 * server that was just started may still be opening its file. Retryable writes need sessions, which the embedded server
 * does not have: every write here is idempotent by its `_id` instead.
 */
export async function connectDatabase(uri: string, { patience = 20_000 } = {}): Promise<void> {
  const deadline = Date.now() + patience
  for (;;) {
    try {
      await mongoose.connect(uri, {
        retryWrites: false,
        autoIndex: false,
        autoCreate: false,
        maxPoolSize: 20,
        serverSelectionTimeoutMS: Math.max(1_000, Math.min(5_000, deadline - Date.now())),
      })
      break
    } catch (error) {
      if (Date.now() >= deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
  await ensureIndexes()
}

/** Builds every index that the models declare; harmless when they exist. */
export async function ensureIndexes(): Promise<void> {
  for (const model of Object.values(mongoose.models)) await model.createIndexes()
}

/** True while the database answers within a second. */
export async function databaseAnswers(): Promise<boolean> {
  if (mongoose.connection.readyState !== mongoose.ConnectionStates.connected) return false
  const ping = mongoose.connection.db!.command({ ping: 1 }).then(
    () => true,
    () => false,
  )
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 1_000, false).unref())
  return Promise.race([ping, late])
}

export async function disconnectDatabase(): Promise<void> {
  await mongoose.disconnect()
}
