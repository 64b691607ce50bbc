import type { Invoice } from '../contract/invoices.ts'
import { restraintId } from '../domain/desk/restraint.ts'
import type { Operator } from './ports.ts'
import { findInvoice, readInvoice } from './read-invoice.ts'
import { RefusedError } from './refused-error.ts'
import { liftRestraint, restrain } from './restrain.ts'

/** Pauses or resumes the reminders of one invoice. Resuming what is not paused changes nothing. */
export async function holdInvoice(
  id: string,
  { held, reason = '', until }: { held: boolean; reason?: string; until?: string },
  operator: Operator,
): Promise<Invoice> {
  await findInvoice(id)
  const name = { kind: 'hold', scope: 'invoice', target: id } as const
  if (held) await restrain({ ...name, reason, until }, operator)
  else
    await liftRestraint(restraintId(name), operator).catch((error) => {
      if (!(error instanceof RefusedError)) throw error
    })
  return readInvoice(id, operator)
}
