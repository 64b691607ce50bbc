import type { MachineEvent } from './types.ts'

type Field = 'node' | 'visit' | 'at' | 'past' | 'facts' | 'port' | 'reason'

const place = ['node', 'visit'] as const

const fieldsOf: Record<MachineEvent['type'], readonly Field[]> = {
  DATED: [...place, 'at', 'past'],
  WOKEN: place,
  FACTS: [...place, 'facts'],
  OUTCOME: [...place, 'port'],
  FAILED: [...place, 'reason'],
  WITHHELD: place,
  PAID: [],
  DISPUTED: [],
  DISPUTE_RESOLVED: [],
  PROMISED: [],
  PROMISE_ENDED: [],
  HELD: [],
  RELEASED: [],
  CARRIED: [],
  TAKES_OVER: [],
  CANCELLED: ['reason'],
  HANDED_OVER: [],
  RETRY: place,
  SKIP: place,
}

const typeOf: Record<Field, string> = {
  node: 'string',
  visit: 'number',
  at: 'string',
  past: 'boolean',
  facts: 'object',
  port: 'string',
  reason: 'string',
}

/** Whether a value from outside is an event of the language; `xstate.*` and half-made events are not. */
export function isMachineEvent(value: unknown): value is MachineEvent {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false
  if (typeof value.type !== 'string' || !Object.hasOwn(fieldsOf, value.type)) return false
  const event = value as Record<string, unknown>
  return fieldsOf[value.type as MachineEvent['type']].every(
    (field) => typeof event[field] === typeOf[field] && event[field] !== null,
  )
}
