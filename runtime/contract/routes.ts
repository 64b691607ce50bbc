import { z } from 'zod'
import {
  colleagueListSchema,
  openThreadSchema,
  replySchema,
  settleThreadSchema,
  threadListSchema,
  threadSchema,
} from './comments.ts'
import { flowQuerySchema, flowSchema } from './flow.ts'
import { importReportSchema, importRequestSchema } from './imports.ts'
import {
  accountPaymentRequestSchema,
  accountPaymentSchema,
  disputeRequestSchema,
  invoicePageSchema,
  invoicePaymentsSchema,
  invoiceQuerySchema,
  invoiceSchema,
  paymentRequestSchema,
  promiseRequestSchema,
  recordedSchema,
  timelineSchema,
  unparkRequestSchema,
} from './invoices.ts'
import {
  claimSchema,
  insolvencyRequestSchema,
  limitationRequestSchema,
  ratesSchema,
  salesTermsSchema,
  saveRatesSchema,
} from './law.ts'
import {
  debtorPageSchema,
  debtorQuerySchema,
  debtorSchema,
  entityListSchema,
  entitySchema,
  figuresSchema,
  healthSchema,
  sessionSchema,
  signInSchema,
} from './portfolio.ts'
import {
  holdRequestSchema,
  restrainRequestSchema,
  restraintListSchema,
  restraintQuerySchema,
  restraintSchema,
} from './restraints.ts'
import { ledgerLimitSchema, minimumsRequestSchema } from './rules.ts'
import {
  publishedSchema,
  publishRequestSchema,
  rehearsalSchema,
  rehearseRequestSchema,
  saveScenarioSchema,
  scenarioSchema,
  scenarioSummarySchema,
  simulateRequestSchema,
  simulationSchema,
  templatePreviewQuerySchema,
  templatePreviewSchema,
} from './scenarios.ts'
import {
  customerHistorySchema,
  segmentFilesQuerySchema,
  segmentFilesSchema,
  segmentMovedSchema,
  segmentMoveSchema,
  segmentRequestSchema,
} from './segment.ts'
import { ledgerRequestSchema, ledgerSimulationSchema } from './simulations.ts'
import { impactQuerySchema, impactSchema, publicationsSchema, restoreRequestSchema, versionSchema } from './versions.ts'
import {
  confirmedSchema,
  confirmRequestSchema,
  messagePageSchema,
  messageQuerySchema,
  messageSchema,
  taskOutcomeSchema,
  taskPageSchema,
  taskQuerySchema,
  taskSchema,
} from './work.ts'

interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  readonly path: `/${string}`
  readonly summary: string
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** The body is multipart with a `file` part; `body` describes its other fields. */
  readonly file?: true
  /** The list is also served as a table at `{path}.csv`, by the same query. */
  readonly csv?: true
  readonly response: z.ZodType
}

/**
 * Every door of the HTTP API under `/api`: the server validates by it, the OpenAPI document is printed from it and the
 * browser's client is typed by it.
 */
export const routes = {
  health: { method: 'get', path: '/health', summary: 'State of the services', response: healthSchema },
  session: { method: 'get', path: '/session', summary: 'Who is asking', response: sessionSchema },
  signIn: {
    method: 'post',
    path: '/session',
    summary: 'Exchange a token for a session cookie',
    body: signInSchema,
    response: sessionSchema,
  },
  signOut: {
    method: 'delete',
    path: '/session',
    summary: 'Forget the session cookie',
    response: z.object({ signedOut: z.boolean() }),
  },
  entities: { method: 'get', path: '/entities', summary: 'Legal entities', response: entityListSchema },
  salesTerms: {
    method: 'put',
    path: '/entities/:id/terms',
    summary: 'Usual payment terms and agreed penalty rate of an entity',
    body: salesTermsSchema,
    response: entitySchema,
  },
  minimums: {
    method: 'put',
    path: '/entities/:id/minimums',
    summary: 'What an account of an entity has to owe, by currency, before it is reminded',
    body: minimumsRequestSchema,
    response: entitySchema,
  },
  ledgerLimit: {
    method: 'put',
    path: '/entities/:id/ledger-limit',
    summary: 'How many days old the ledger of an entity may be for reminders to leave, or null',
    body: ledgerLimitSchema,
    response: entitySchema,
  },
  rates: {
    method: 'get',
    path: '/rates',
    summary: 'Dated rates and indemnities of late payment, with their history',
    response: ratesSchema,
  },
  saveRates: {
    method: 'put',
    path: '/rates',
    summary: 'Replace the table of rates by revision',
    body: saveRatesSchema,
    response: ratesSchema,
  },
  figures: {
    method: 'get',
    path: '/figures',
    summary: 'Key figures at a date',
    query: z.object({ at: z.iso.date().optional(), entity: z.string().optional() }),
    response: figuresSchema,
  },
  debtors: {
    method: 'get',
    path: '/debtors',
    summary: 'Customers',
    query: debtorQuerySchema,
    csv: true,
    response: debtorPageSchema,
  },
  debtor: { method: 'get', path: '/debtors/:id', summary: 'One customer', response: debtorSchema },
  payAccount: {
    method: 'post',
    path: '/debtors/:id/payments',
    summary: 'Record money paid on account; it pays what the customer names, else what the law says',
    body: accountPaymentRequestSchema,
    response: accountPaymentSchema,
  },
  ownMinimums: {
    method: 'put',
    path: '/debtors/:id/minimums',
    summary: 'What this customer has to owe, by currency, before it is reminded; none: what its entity says',
    body: minimumsRequestSchema,
    response: debtorSchema,
  },
  insolvency: {
    method: 'put',
    path: '/debtors/:id/insolvency',
    summary: 'Record insolvency proceedings: claims of before the judgment are no longer reminded of but declared',
    body: insolvencyRequestSchema,
    response: debtorSchema,
  },
  segment: {
    method: 'put',
    path: '/debtors/:id/segment',
    summary:
      'Move a customer to another segment: files under way keep their scenario, new ones take that of the segment',
    body: segmentRequestSchema,
    response: debtorSchema,
  },
  segmentFiles: {
    method: 'get',
    path: '/debtors/:id/segment/files',
    summary: 'Files of this customer that follow another scenario than that of its segment, and where they could go',
    query: segmentFilesQuerySchema,
    response: segmentFilesSchema,
  },
  moveSegmentFiles: {
    method: 'post',
    path: '/debtors/:id/segment/files',
    summary:
      'Send these files to the scenario of the segment, at the step chosen for each step; what was sent is not sent again',
    body: segmentMoveSchema,
    response: segmentMovedSchema,
  },
  customerHistory: {
    method: 'get',
    path: '/debtors/:id/history',
    summary: 'What was decided about this customer, by whom and when',
    response: customerHistorySchema,
  },
  invoices: {
    method: 'get',
    path: '/invoices',
    summary: 'Items',
    query: invoiceQuerySchema,
    csv: true,
    response: invoicePageSchema,
  },
  invoice: { method: 'get', path: '/invoices/:id', summary: 'One item', response: invoiceSchema },
  timeline: {
    method: 'get',
    path: '/invoices/:id/timeline',
    summary: 'What happened and why',
    response: timelineSchema,
  },
  claim: {
    method: 'get',
    path: '/invoices/:id/claim',
    summary: 'Late-payment penalties, indemnity and limitation, explained line by line',
    response: claimSchema,
  },
  recordLimitationAct: {
    method: 'post',
    path: '/invoices/:id/limitation',
    summary: 'Record an act that bears on the limitation',
    body: limitationRequestSchema,
    response: claimSchema,
  },
  holdInvoice: {
    method: 'post',
    path: '/invoices/:id/hold',
    summary: 'Pause or resume the reminders of one invoice',
    body: holdRequestSchema,
    response: invoiceSchema,
  },
  restraints: {
    method: 'get',
    path: '/restraints',
    summary: 'Holds and exclusions in force',
    query: restraintQuerySchema,
    response: restraintListSchema,
  },
  restrain: {
    method: 'post',
    path: '/restraints',
    summary:
      'Hold everything, an entity, a segment, a customer or an invoice; exclude a customer, a contact or an invoice',
    body: restrainRequestSchema,
    response: restraintSchema,
  },
  liftRestraint: {
    method: 'post',
    path: '/restraints/:id/lift',
    summary: 'End a hold or an exclusion; what waited goes on by the catch-up rule of its scenario',
    response: restraintSchema,
  },
  unpark: {
    method: 'post',
    path: '/invoices/:id/unpark',
    summary: 'Retry or skip the step on which a file is parked, or choose another of the version in force',
    body: unparkRequestSchema,
    response: invoiceSchema,
  },
  resolveDispute: {
    method: 'post',
    path: '/invoices/:id/resolve-dispute',
    summary: 'Close the open dispute of an invoice',
    body: z.object({ comment: z.string().max(2_000).default('') }),
    response: invoiceSchema,
  },
  recordPayment: {
    method: 'post',
    path: '/payments',
    summary: 'Record a payment; reminders stop at once',
    body: paymentRequestSchema,
    response: recordedSchema,
  },
  invoicePayments: {
    method: 'get',
    path: '/invoices/:id/payments',
    summary: 'Payments that an item bears',
    response: invoicePaymentsSchema,
  },
  reversePayment: {
    method: 'post',
    path: '/payments/:id/reverse',
    summary: 'Take back a payment whose money went back; what it had settled is reminded of again',
    body: z.object({ reason: z.string().max(500).default('') }),
    response: invoicePaymentsSchema.shape.items.element,
  },
  openDispute: {
    method: 'post',
    path: '/disputes',
    summary: 'Open a dispute; reminders are held',
    body: disputeRequestSchema,
    response: recordedSchema,
  },
  recordPromise: {
    method: 'post',
    path: '/promises',
    summary: 'Record a promise to pay',
    body: promiseRequestSchema,
    response: recordedSchema,
  },
  scenarios: {
    method: 'get',
    path: '/scenarios',
    summary: 'Scenarios',
    response: z.object({ items: z.array(scenarioSummarySchema) }),
  },
  scenario: { method: 'get', path: '/scenarios/:id', summary: 'A draft with its problems', response: scenarioSchema },
  createScenario: {
    method: 'post',
    path: '/scenarios',
    summary: 'Save a draft (create, or replace by id and revision)',
    body: saveScenarioSchema,
    response: scenarioSchema,
  },
  deleteScenario: {
    method: 'delete',
    path: '/scenarios/:id',
    summary: 'Delete a scenario that was never published',
    response: z.object({ id: z.string() }),
  },
  publish: {
    method: 'post',
    path: '/scenarios/:id/publish',
    summary: 'Publish the draft as a new immutable version',
    body: publishRequestSchema,
    response: publishedSchema,
  },
  impact: {
    method: 'get',
    path: '/scenarios/:id/impact',
    summary: 'What publishing the draft, or bringing a version back, would do to running files',
    query: impactQuerySchema,
    response: impactSchema,
  },
  flow: {
    method: 'get',
    path: '/scenarios/:id/flow',
    summary: 'Where files stand, what went through each step over a period, and what came in after it',
    query: flowQuerySchema,
    response: flowSchema,
  },
  versions: {
    method: 'get',
    path: '/scenarios/:id/versions',
    summary: 'What was published, by whom and why, and what became of the files',
    response: publicationsSchema,
  },
  restore: {
    method: 'post',
    path: '/scenarios/:id/restore',
    summary: 'Publish an older version again',
    body: restoreRequestSchema,
    response: publishedSchema,
  },
  version: {
    method: 'get',
    path: '/versions/:id',
    summary: 'A published version with its drawing, by content hash',
    response: versionSchema,
  },
  threads: {
    method: 'get',
    path: '/scenarios/:id/threads',
    summary: 'What colleagues said about the steps of a scenario',
    response: threadListSchema,
  },
  openThread: {
    method: 'post',
    path: '/scenarios/:id/threads',
    summary: 'Comment on a step; a name after an @ calls a colleague',
    body: openThreadSchema,
    response: threadSchema,
  },
  replyToThread: {
    method: 'post',
    path: '/threads/:id/replies',
    summary: 'Answer in a thread; a resolved one is open again',
    body: replySchema,
    response: threadSchema,
  },
  settleThread: {
    method: 'post',
    path: '/threads/:id/settle',
    summary: 'Resolve a thread or open it again',
    body: settleThreadSchema,
    response: threadSchema,
  },
  colleagues: {
    method: 'get',
    path: '/colleagues',
    summary: 'Whom a comment can name',
    response: colleagueListSchema,
  },
  simulate: {
    method: 'post',
    path: '/scenarios/:id/simulate',
    summary: 'Dated steps of one invoice; with `ledger`, begins to play the whole portfolio',
    body: simulateRequestSchema.extend({ ledger: ledgerRequestSchema.optional() }),
    response: z.union([ledgerSimulationSchema, simulationSchema]),
  },
  simulation: {
    method: 'get',
    path: '/simulations/:id',
    summary: 'A ledger simulation: how far it is, then its figures',
    response: ledgerSimulationSchema,
  },
  cancelSimulation: {
    method: 'post',
    path: '/simulations/:id/cancel',
    summary: 'Stop a ledger simulation',
    response: ledgerSimulationSchema,
  },
  templatePreview: {
    method: 'get',
    path: '/templates/:id',
    summary: 'A template filled with the sample facts, as the studio shows it beside its picker',
    query: templatePreviewQuerySchema,
    response: templatePreviewSchema,
  },
  rehearse: {
    method: 'post',
    path: '/scenarios/:id/rehearse',
    summary: 'Run it for real in skipped time against the mail catcher',
    body: rehearseRequestSchema,
    response: rehearsalSchema,
  },
  rehearsal: {
    method: 'get',
    path: '/rehearsals/:id',
    summary: 'A rehearsal and its steps so far',
    response: rehearsalSchema,
  },
  tasks: {
    method: 'get',
    path: '/tasks',
    summary: 'Call list',
    query: taskQuerySchema,
    csv: true,
    response: taskPageSchema,
  },
  task: { method: 'get', path: '/tasks/:id', summary: 'One task', response: taskSchema },
  taskOutcome: {
    method: 'post',
    path: '/tasks/:id/outcome',
    summary: 'Answer a task',
    body: taskOutcomeSchema,
    response: taskSchema,
  },
  messages: {
    method: 'get',
    path: '/messages',
    summary: 'Messages',
    query: messageQuerySchema,
    csv: true,
    response: messagePageSchema,
  },
  message: { method: 'get', path: '/messages/:id', summary: 'What was really sent', response: messageSchema },
  confirmMessages: {
    method: 'post',
    path: '/messages/confirm',
    summary: 'Let prepared messages leave',
    body: confirmRequestSchema,
    response: confirmedSchema,
  },
  cancelMessage: {
    method: 'post',
    path: '/messages/:id/cancel',
    summary: 'Do not send a prepared message',
    body: z.object({ reason: z.string().max(500).default('') }),
    response: messageSchema,
  },
  createImport: {
    method: 'post',
    path: '/imports',
    summary: 'Import a file',
    file: true,
    body: importRequestSchema,
    response: importReportSchema,
  },
  imports: {
    method: 'get',
    path: '/imports',
    summary: 'Past imports',
    response: z.object({ items: z.array(importReportSchema) }),
  },
  import: {
    method: 'get',
    path: '/imports/:id',
    summary: 'Progress and report of an import',
    response: importReportSchema,
  },
} as const satisfies Record<string, Route>

export type RouteName = keyof typeof routes
export type ResponseOf<N extends RouteName> = z.output<(typeof routes)[N]['response']>
export type QueryOf<N extends RouteName> = (typeof routes)[N] extends { query: infer Q extends z.ZodType }
  ? z.input<Q>
  : undefined
export type BodyOf<N extends RouteName> = (typeof routes)[N] extends { body: infer B extends z.ZodType }
  ? z.input<B>
  : undefined
