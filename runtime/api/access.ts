import type { Role } from '../contract/portfolio.ts'
import { roles } from '../contract/portfolio.ts'
import type { RouteName } from '../contract/routes.ts'

const all = roles
const drawing: readonly Role[] = ['finance-director', 'admin']
const collecting: readonly Role[] = ['finance-director', 'collector', 'admin']
const disputing: readonly Role[] = [...collecting, 'salesperson']

/** Who may do what. `anyone` needs no sign-in. */
export const access: Readonly<Record<RouteName, readonly Role[] | 'anyone'>> = {
  health: 'anyone',
  signIn: 'anyone',
  signOut: 'anyone',
  session: all,
  entities: all,
  salesTerms: drawing,
  rates: all,
  saveRates: drawing,
  figures: all,
  debtors: all,
  debtor: all,
  payAccount: collecting,
  insolvency: collecting,
  invoices: all,
  invoice: all,
  timeline: all,
  claim: all,
  recordLimitationAct: collecting,
  holdInvoice: disputing,
  restraints: all,
  restrain: disputing,
  liftRestraint: disputing,
  unpark: collecting,
  resolveDispute: disputing,
  recordPayment: collecting,
  openDispute: disputing,
  recordPromise: disputing,
  scenarios: all,
  scenario: all,
  createScenario: drawing,
  deleteScenario: drawing,
  publish: drawing,
  impact: all,
  versions: all,
  restore: drawing,
  version: all,
  simulate: all,
  simulation: all,
  cancelSimulation: all,
  templatePreview: all,
  rehearse: collecting,
  rehearsal: all,
  tasks: all,
  task: all,
  taskOutcome: disputing,
  messages: all,
  message: all,
  confirmMessages: collecting,
  cancelMessage: collecting,
  createImport: collecting,
  imports: all,
  import: all,
}
