import type { Locale } from '@relance/sdk/words'
import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { ImportReport } from '../contract/imports.ts'
import type { RouteName, routes } from '../contract/routes.ts'
import { answerTask } from '../operations/answer-task.ts'
import { readClaim, recordLimitationAct } from '../operations/claim.ts'
import { listColleagues } from '../operations/colleagues.ts'
import { listThreads, openThread, replyToThread, settleThread } from '../operations/comments.ts'
import { cancelMessage, confirmMessages } from '../operations/decide-messages.ts'
import { openDispute, resolveDispute } from '../operations/disputes.ts'
import { holdInvoice } from '../operations/hold-invoice.ts'
import { importLedger } from '../operations/import-ledger.ts'
import { saveInsolvency } from '../operations/insolvency/save-insolvency.ts'
import { noteStatement } from '../operations/ledger-age/review-ledgers.ts'
import { saveLedgerLimit } from '../operations/ledger-age/save-ledger-limit.ts'
import { listDebtors, readDebtor } from '../operations/list-debtors.ts'
import { listEntities } from '../operations/list-entities.ts'
import { listInvoices } from '../operations/list-invoices.ts'
import { listMessages, readMessage } from '../operations/list-messages.ts'
import { listRestraints } from '../operations/list-restraints.ts'
import { listTasks, readTask } from '../operations/list-tasks.ts'
import { saveMinimums, saveOwnMinimums } from '../operations/minimums/save-minimums.ts'
import type { Ports } from '../operations/ports.ts'
import { previewTemplate } from '../operations/preview-template.ts'
import { recordPromise } from '../operations/promises.ts'
import { publishScenario, restoreVersion } from '../operations/publish-scenario.ts'
import { readRates, saveRates } from '../operations/rates.ts'
import { readCustomerHistory } from '../operations/read-customer-history.ts'
import { readFigures } from '../operations/read-figures.ts'
import { readFlow } from '../operations/read-flow.ts'
import { listImports, readImport } from '../operations/read-imports.ts'
import { readInvoice } from '../operations/read-invoice.ts'
import { listScenarios, readScenario } from '../operations/read-scenarios.ts'
import { readTimeline } from '../operations/read-timeline.ts'
import { recordAccountPayment } from '../operations/record-account-payment.ts'
import { recordPayment } from '../operations/record-payment.ts'
import { readRehearsal, rehearseScenario } from '../operations/rehearse-scenario.ts'
import { liftRestraint, restrain } from '../operations/restrain.ts'
import { listPayments, reversePayment } from '../operations/reverse-payment.ts'
import { saveSalesTerms } from '../operations/sales-terms.ts'
import { deleteScenario, saveScenario } from '../operations/save-scenario.ts'
import { moveSegmentFiles } from '../operations/segment/move-segment-files.ts'
import { readSegmentFiles } from '../operations/segment/read-segment-files.ts'
import { saveSegment } from '../operations/segment/save-segment.ts'
import { cancelSimulation, readSimulation, simulatePortfolio } from '../operations/simulate-portfolio.ts'
import { simulateScenario } from '../operations/simulate-scenario.ts'
import type { Caller } from '../operations/tokens.ts'
import { unpark } from '../operations/unpark.ts'
import { readImpact } from '../operations/versions/read-impact.ts'
import { listPublications, readVersion } from '../operations/versions/read-versions.ts'
import { isProgram } from './authenticate.ts'
import type { UploadedFile } from './upload.ts'

type RouteOf<N extends RouteName> = (typeof routes)[N]
type Parsed<N extends RouteName, K extends 'query' | 'body'> =
  RouteOf<N> extends Readonly<Record<K, infer S extends z.ZodType>> ? z.output<S> : undefined

/** What a handler is given once the request has been validated and its caller is known. */
export interface Call<N extends RouteName> {
  readonly id: string
  readonly query: Parsed<N, 'query'>
  readonly body: Parsed<N, 'body'>
  readonly file: UploadedFile | undefined
  readonly locale: Locale
  readonly caller: Caller
  readonly ports: Ports
  readonly author: string
  readonly request: Request
  readonly response: Response
}

export type Handlers<N extends RouteName = RouteName> = {
  readonly [K in N]: (call: Call<K>) => Promise<z.output<RouteOf<K>['response']>>
}

/** Session routes set cookies and imports receive a file: they are bound where those are known. */
export type PlainRoute = Exclude<RouteName, 'health' | 'session' | 'signIn' | 'signOut'>

/** Every route's operation. */
export const handlers: Handlers<PlainRoute> = {
  entities: () => listEntities(),
  salesTerms: (call) => saveSalesTerms(call.id, call.body, call),
  minimums: (call) => saveMinimums(call.id, call.body, call),
  ledgerLimit: (call) => saveLedgerLimit(call.id, call.body, call),
  rates: () => readRates(),
  saveRates: (call) => saveRates(call.body, call),
  figures: (call) => readFigures(call.query, call),
  debtors: (call) => listDebtors(call.query, call),
  debtor: (call) => readDebtor(call.id, call),
  payAccount: (call) => stating(call.id, call, () => recordAccountPayment(call.id, call.body, call)),
  ownMinimums: (call) => saveOwnMinimums(call.id, call.body, call),
  insolvency: (call) => saveInsolvency(call.id, call.body, call),
  segment: (call) => saveSegment(call.id, call.body, call),
  segmentFiles: (call) => readSegmentFiles(call.id, call.query, call),
  moveSegmentFiles: (call) => moveSegmentFiles(call.id, call.body, call),
  customerHistory: (call) => readCustomerHistory(call.id),
  invoices: (call) => listInvoices(call.query, call),
  invoice: (call) => readInvoice(call.id, call),
  timeline: (call) => readTimeline(call.id),
  claim: (call) => readClaim(call.id, call),
  recordLimitationAct: (call) => recordLimitationAct(call.id, call.body, call),
  holdInvoice: (call) => holdInvoice(call.id, call.body, call),
  restraints: (call) => listRestraints(call.query),
  restrain: (call) => restrain(call.body, call),
  liftRestraint: (call) => liftRestraint(call.id, call),
  unpark: (call) => unpark(call.id, call.body, call),
  resolveDispute: (call) => resolveDispute(call.id, call.body, call),
  recordPayment: (call) => stating(call.body.invoice, call, () => recordPayment(call.body, call)),
  invoicePayments: (call) => listPayments(call.id),
  reversePayment: (call) => reversePayment(call.id, call.body, call),
  openDispute: (call) => openDispute(call.body, call),
  recordPromise: (call) => recordPromise(call.body, call),
  scenarios: () => listScenarios(),
  scenario: (call) => readScenario(call.id, call),
  createScenario: (call) => saveScenario(call.body, call),
  deleteScenario: (call) => deleteScenario(call.id),
  publish: (call) => publishScenario(call.id, call.body, call),
  impact: (call) => readImpact(call.id, call.query, call),
  flow: (call) => readFlow(call.id, call.query, call),
  versions: (call) => listPublications(call.id),
  restore: (call) => restoreVersion(call.id, call.body, call),
  version: (call) => readVersion(call.id, call),
  threads: (call) => listThreads(call.id),
  openThread: (call) => openThread(call.id, call.body, call),
  replyToThread: (call) => replyToThread(call.id, call.body, call),
  settleThread: (call) => settleThread(call.id, call.body, call),
  colleagues: () => listColleagues(),
  simulate: (call) => {
    const { ledger, ...request } = call.body
    return ledger ? simulatePortfolio(call.id, ledger, call) : simulateScenario(call.id, request, call)
  },
  simulation: (call) => readSimulation(call.id, call),
  cancelSimulation: (call) => cancelSimulation(call.id, call),
  templatePreview: (call) => previewTemplate(call.id, call.query),
  rehearse: (call) => rehearseScenario(call.id, call.body, call),
  rehearsal: (call) => readRehearsal(call.id, call),
  tasks: (call) => listTasks(call.query, call),
  task: (call) => readTask(call.id, call),
  taskOutcome: (call) => answerTask(call.id, call.body, call),
  messages: (call) => listMessages(call.query),
  message: (call) => readMessage(call.id),
  confirmMessages: (call) => confirmMessages(call.body.ids, call),
  cancelMessage: (call) => cancelMessage(call.id, call.body, call),
  createImport: (call) => importFromUpload(call),
  imports: () => listImports(),
  import: (call) => readImport(call.id),
}

/** What a program writes counts as a statement of the entity's ledger. */
async function stating<T>(
  id: string,
  call: Pick<Call<RouteName>, 'request' | 'ports' | 'author'>,
  write: () => Promise<T>,
): Promise<T> {
  const written = await write()
  if (isProgram(call.request)) await noteStatement([id.split(':')[0]!], call)
  return written
}

async function importFromUpload(call: Call<'createImport'>): Promise<ImportReport> {
  const { report } = await importLedger(call.file!, { ...call.body, locale: call.locale }, call)
  return report
}
