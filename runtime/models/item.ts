import { segments } from '@relance/sdk/facts'
import { type InferSchemaType, model, Schema, type UpdateQuery } from 'mongoose'
import { announces } from './announce.ts'
import { modelOptions } from './model-options.ts'

/** Where the file of an invoice stands: a projection written by the invoice workflow for lists and pages. */
const courseSchema = new Schema(
  {
    scenario: { type: String, required: true },
    scenarioName: { type: String, default: '' },
    version: { type: Number, required: true },
    hash: { type: String, required: true },
    node: { type: String, default: null },
    /** Which entry into that node, counted over the whole course: with the node, the place that answers name. */
    visit: { type: Number, default: 0 },
    label: { type: String, default: '' },
    since: { type: Date, default: null },
    nextAt: { type: Date, default: null },
    status: {
      type: String,
      enum: ['running', 'waiting-confirmation', 'waiting-person', 'parked', 'ended'],
      required: true,
    },
    parked: { type: Schema.Types.Mixed, default: null },
    reminders: { type: Number, default: 0 },
    lastReminderAt: { type: Date, default: null },
    /** Send key of the last reminder counted, so that none counts twice. */
    lastReminderKey: { type: String, default: null },
    lastOutcome: { type: String, default: '' },
    /** The last step that was done and answered: what comes in next is owed to it. */
    lastActed: { type: String, default: null },
    /** What the last publication that concerned this file has made of it: `{ id, result }`. */
    publication: { type: Schema.Types.Mixed, default: null },
    /** The file knows that it is held, and waits to be told of the end of the hold. */
    held: { type: Boolean, default: false },
    /** The step under way, or one that may follow it, reaches people: the file has a reason to carry its account. */
    hasContacts: { type: Boolean, default: false },
    /** `{ at, by }` while its contacts stand aside: since when, and the id of the invoice that carried the account then. */
    carried: { type: Schema.Types.Mixed, default: null },
  },
  { _id: false },
)

/** An accounting item. `_id` is `{entity}:{number}:{year of issue}`; credit notes and payments carry negative amounts. */
const itemSchema = new Schema(
  {
    _id: { type: String, required: true },
    entity: { type: String, required: true },
    number: { type: String, required: true },
    type: { type: String, enum: ['invoice', 'credit-note', 'payment', 'other'], required: true },
    debtor: { type: String, required: true },
    debtorCode: { type: String, required: true },
    debtorName: { type: String, required: true },
    segment: { type: String, enum: segments, required: true },
    /** Calendar dates `YYYY-MM-DD`, so that no zone can move them. */
    issueDate: { type: String, required: true },
    dueDate: { type: String, required: true },
    paidDate: { type: String, default: null },
    /** Minor units. */
    amount: { type: Number, required: true },
    open: { type: Number, required: true },
    currency: { type: String, required: true },
    /** The strongest of held, disputed, promised. */
    standing: { type: String, enum: ['free', 'disputed', 'promised', 'held'], default: 'free' },
    /** `{ id, date, amount, at, by, comment }` while pending. */
    promise: { type: Schema.Types.Mixed, default: null },
    /** `{ id, reason, at, by, comment }` while open. */
    dispute: { type: Schema.Types.Mixed, default: null },
    /** Paused by a person, by itself: the copy, for lists, of a restraint on this invoice. */
    held: { type: Boolean, default: false },
    brokenPromises: { type: Number, default: 0 },
    /** What was deducted from `open`: `{ id, amount, closes }`, in the same write, so that no payment counts twice. */
    payments: { type: [Schema.Types.Mixed], default: [] },
    /** Log entries that the last writes owe, in the same write as the fact; taken out once they are in the log. */
    outbox: { type: [Schema.Types.Mixed], default: [] },
    /** Day on which a file last stated the open amount; older payments are borne by it already. */
    statedOn: { type: String, default: null },
    /** Settled once and open again: a new file begins as soon as the one that was settled has closed. */
    reopened: { type: Boolean, default: false },
    course: { type: courseSchema, default: null },
    /** Reminders that listed it as overdue: how many, and the last one's id. */
    listings: { type: Number, default: 0 },
    lastListing: { type: String, default: null },
    /** When the last of them left that another invoice had asked for. */
    listedAt: { type: Date, default: null },
    /** Acts that bear on the limitation: `{ id, kind, date, comment, by, at }`. */
    limitationActs: { type: [Schema.Types.Mixed], default: [] },
    businessCase: { type: String, default: '' },
  },
  modelOptions,
)
// Orders of the list; the id breaks ties.
for (const field of ['dueDate', 'issueDate', 'amount', 'open', 'number', 'debtorName'])
  itemSchema.index({ [field]: 1, _id: 1 })
// Its filters.
for (const field of ['entity', 'segment', 'course.scenario', 'course.status', 'standing'])
  itemSchema.index({ [field]: 1, dueDate: 1 })
itemSchema.index({ debtor: 1, open: 1, dueDate: 1 })
// Files by version and step, and what a publication or the end of a hold has made of them.
itemSchema.index({ 'course.scenario': 1, 'course.hash': 1, 'course.node': 1, 'course.status': 1 })
itemSchema.index({ 'course.publication.id': 1, 'course.publication.result': 1 })
itemSchema.index({ 'course.held': 1 })
// Files that stand aside, for the sweeper.
itemSchema.index({ 'course.carried.at': 1, _id: 1 })
// Sums and figures.
itemSchema.index({ currency: 1, open: 1 })
itemSchema.index({ currency: 1, type: 1, issueDate: 1, amount: 1 })
itemSchema.index({ currency: 1, type: 1, paidDate: 1, dueDate: 1, amount: 1 })
itemSchema.index({ 'dispute.id': 1 })
// What the sweeper looks for.
itemSchema.index({ 'promise.date': 1 })
itemSchema.index({ 'outbox.id': 1 })
itemSchema.index({ reopened: 1 })
itemSchema.plugin(announces('invoices'))
export type ItemDocument = InferSchemaType<typeof itemSchema>
export type ItemUpdate = UpdateQuery<ItemDocument>
export const Item = model('Item', itemSchema, 'items')
