import type { z } from 'zod'
import type { Assignee, Confirmation, ContactRole } from './contact.ts'
import type { ActNode, Medium } from './define-node.ts'
import type { Facts } from './facts.ts'

/** A message to the debtor, handed to the contact desk: it merges, waits for confirmation, takes a last look and sends once. */
export interface ContactRequest {
  readonly medium: Medium
  /** Whom to write to, by role in the debtor's contact list. */
  readonly role: ContactRole
  /** Template stage, e.g. `reminder-firm`. */
  readonly template: string
  /** Insistence from 0 (courtesy) up; the highest of a merged message sets its tone. */
  readonly level: number
  /** Overrides the scenario's default. */
  readonly confirmation?: Confirmation
}

/** Work for a person, who answers with one of the node's outcomes. */
export interface TaskRequest {
  readonly title: string
  /** Stage of the call script, rendered by the host in the assignee's language. */
  readonly script: string
  readonly assignee: Assignee
  readonly role: ContactRole
  readonly level: number
  readonly priority: 'normal' | 'high'
}

/** What the host lends to an effect. */
export interface EffectContext<S> {
  readonly settings: S
  /** Stable over retries: pass it to whatever third party can deduplicate. */
  readonly key: string
  readonly node: { readonly id: string; readonly visit: number; readonly label: string }
  readonly facts: () => Promise<Facts>
  readonly desk: { readonly request: (request: ContactRequest) => Promise<void> }
  readonly tasks: { readonly open: (request: TaskRequest) => Promise<void> }
  readonly log: (text: string) => void
}

/** An outcome of the node, or `later` when the desk or a person will tell it. */
export const later = Symbol.for('relance.later')

export interface NodeEffect {
  readonly kind: string
  readonly run: (context: EffectContext<never>) => Promise<string | typeof later>
}

/** Binds a node to what it does in the worker. Throw `PermanentError` to park the file, anything else to be retried. */
export function defineEffect<S extends z.ZodObject, P extends string>(
  node: ActNode<S, P>,
  run: (context: EffectContext<z.output<S>>) => Promise<P | typeof later>,
): NodeEffect {
  return { kind: node.kind, run: run as NodeEffect['run'] }
}
