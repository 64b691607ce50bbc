import type { Schema } from 'mongoose'
import { Pulse } from './pulse.ts'

export const topics = [
  'invoices',
  'messages',
  'tasks',
  'scenarios',
  'comments',
  'imports',
  'rehearsals',
  'simulations',
  'settings',
  'restraints',
] as const
export type Topic = (typeof topics)[number]

const writes = [
  'save',
  'insertMany',
  'updateOne',
  'updateMany',
  'replaceOne',
  'findOneAndUpdate',
  'findOneAndReplace',
  'deleteOne',
  'deleteMany',
  'bulkWrite',
] as const

/** Writes of one process to one topic are told together, at most this often (ms). */
const rhythm = 400
const pending = new Map<Topic, NodeJS.Timeout>()

/** Schema plugin: every write through the model raises the pulse of its topic. A lost beat costs a page one refresh. */
export function announces(topic: Topic) {
  return (schema: Schema) => {
    for (const write of writes) schema.post(write as 'save', () => raisePulse(topic))
  }
}

/** Tells that something changed, for writers that go past the models. */
export function raisePulse(topic: Topic): void {
  if (pending.has(topic)) return
  const timer = setTimeout(() => {
    pending.delete(topic)
    Pulse.updateOne({ _id: topic }, { $inc: { beats: 1 } }, { upsert: true }).catch(() => undefined)
  }, rhythm)
  pending.set(topic, timer.unref())
}
