import type { RouteName } from '../contract/routes.ts'
import type { Topic } from '../models/announce.ts'
import type { Change } from './change-hub.ts'

/** What a page must read again after a route has succeeded. */
const touched: Partial<Readonly<Record<RouteName, readonly Topic[]>>> = {
  recordLimitationAct: ['invoices'],
  insolvency: ['invoices'],
  segment: ['invoices', 'messages', 'tasks'],
  moveSegmentFiles: ['invoices', 'tasks'],
  saveRates: ['settings'],
  salesTerms: ['settings'],
  holdInvoice: ['invoices', 'restraints'],
  restrain: ['restraints', 'invoices', 'messages', 'tasks'],
  liftRestraint: ['restraints', 'invoices', 'messages', 'tasks'],
  unpark: ['invoices', 'tasks'],
  resolveDispute: ['invoices'],
  payAccount: ['invoices', 'messages', 'tasks'],
  recordPayment: ['invoices', 'messages', 'tasks'],
  openDispute: ['invoices'],
  recordPromise: ['invoices'],
  createScenario: ['scenarios'],
  deleteScenario: ['scenarios'],
  openThread: ['comments'],
  replyToThread: ['comments'],
  settleThread: ['comments'],
  publish: ['scenarios', 'invoices'],
  restore: ['scenarios', 'invoices'],
  rehearse: ['rehearsals'],
  cancelSimulation: ['simulations'],
  taskOutcome: ['tasks', 'invoices'],
  confirmMessages: ['messages'],
  cancelMessage: ['messages'],
  createImport: ['imports', 'invoices'],
}

/** The first topic carries the id of what was answered. */
export function changesOf(name: RouteName, answer: unknown): Change[] {
  const { id = null, invoice } = answer as { id?: string; invoice?: { id: string } }
  return (touched[name] ?? []).map((topic, index) => ({ topic, id: index === 0 ? (invoice?.id ?? id) : null }))
}
