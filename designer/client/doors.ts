import type { RouteName, routes } from '@relance/runtime/contract/routes'

type Doors = { readonly [N in RouteName]: readonly [(typeof routes)[N]['method'], (typeof routes)[N]['path']] }

/**
 * Method and path of each route. Written out so that the table's schemas, and zod with them, stay out of the first page;
 * the types refuse whatever differs from the table.
 */
export const doors: Doors = {
  health: ['get', '/health'],
  session: ['get', '/session'],
  signIn: ['post', '/session'],
  signOut: ['delete', '/session'],
  entities: ['get', '/entities'],
  salesTerms: ['put', '/entities/:id/terms'],
  rates: ['get', '/rates'],
  saveRates: ['put', '/rates'],
  figures: ['get', '/figures'],
  debtors: ['get', '/debtors'],
  debtor: ['get', '/debtors/:id'],
  insolvency: ['put', '/debtors/:id/insolvency'],
  invoices: ['get', '/invoices'],
  invoice: ['get', '/invoices/:id'],
  timeline: ['get', '/invoices/:id/timeline'],
  claim: ['get', '/invoices/:id/claim'],
  recordLimitationAct: ['post', '/invoices/:id/limitation'],
  holdInvoice: ['post', '/invoices/:id/hold'],
  unpark: ['post', '/invoices/:id/unpark'],
  resolveDispute: ['post', '/invoices/:id/resolve-dispute'],
  recordPayment: ['post', '/payments'],
  openDispute: ['post', '/disputes'],
  recordPromise: ['post', '/promises'],
  scenarios: ['get', '/scenarios'],
  scenario: ['get', '/scenarios/:id'],
  createScenario: ['post', '/scenarios'],
  deleteScenario: ['delete', '/scenarios/:id'],
  publish: ['post', '/scenarios/:id/publish'],
  simulate: ['post', '/scenarios/:id/simulate'],
  templatePreview: ['get', '/templates/:id'],
  rehearse: ['post', '/scenarios/:id/rehearse'],
  rehearsal: ['get', '/rehearsals/:id'],
  tasks: ['get', '/tasks'],
  task: ['get', '/tasks/:id'],
  taskOutcome: ['post', '/tasks/:id/outcome'],
  messages: ['get', '/messages'],
  message: ['get', '/messages/:id'],
  confirmMessages: ['post', '/messages/confirm'],
  cancelMessage: ['post', '/messages/:id/cancel'],
  createImport: ['post', '/imports'],
  imports: ['get', '/imports'],
  import: ['get', '/imports/:id'],
}
