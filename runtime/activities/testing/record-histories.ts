import { mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { scenarioDocumentSchema } from '@relance/sdk/scenario-document'
import proto from '@temporalio/proto'
import { Entity } from '../../models/entity.ts'
import { Item } from '../../models/item.ts'
import { Message } from '../../models/message.ts'
import { ScenarioVersion } from '../../models/scenario-version.ts'
import { openDispute, resolveDispute } from '../../operations/disputes.ts'
import { publishScenario } from '../../operations/publish-scenario.ts'
import { recordPayment } from '../../operations/record-payment.ts'
import { liftRestraint, restrain } from '../../operations/restrain.ts'
import { saveScenario } from '../../operations/save-scenario.ts'
import { unpark } from '../../operations/unpark.ts'
import { startTestServers } from '../../testing/test-servers.ts'
import { writeDebtor, writeEntity, writeInvoice } from './company.ts'
import { document, remindAndThank } from './documents.ts'
import { eventually } from './eventually.ts'
import { openStage, type Stage } from './open-stage.ts'

/**
 * Records what the workflows of today write, for the workflows of tomorrow to replay:
 * `npx tsx runtime/activities/testing/record-histories.ts [case …]`. Add a case for each new behaviour, keep the old files: they are
 * the files that customers have running.
 */
const folder = fileURLToPath(new URL('../../testing/histories', import.meta.url))

const courseOf = async (invoice: string) => (await Item.findById(invoice).lean())?.course
const isOver = (invoice: string) => eventually(async () => (await courseOf(invoice))?.status === 'ended')
const isPausing = (invoice: string) => eventually(async () => (await courseOf(invoice))?.node === 'pause')

async function confirmed(debtor: string, stage: Stage): Promise<void> {
  const message = await eventually(() => Message.findOne({ debtor, state: 'to-confirm' }).lean())
  await stage.door.decide(debtor, { message: message!._id, decision: 'confirm', by: 'Claire Vasseur' })
}

const cases: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  async 'reminded-then-paid'(stage) {
    const { id } = await writeDebtor()
    const invoice = await writeInvoice(id)
    const scenario = await stage.publish(remindAndThank('automatic'))
    await stage.door.start({ item: invoice, scenario })
    await isPausing(invoice)
    await recordPayment({ invoice, amount: 100_000, currency: 'EUR' }, stage.operator)
    await isOver(invoice)
  },
  async 'disputed-while-to-confirm'(stage) {
    const { id } = await writeDebtor()
    const invoice = await writeInvoice(id)
    const scenario = await stage.publish(remindAndThank('manual', { confirmation: 'manual' }))
    await stage.door.start({ item: invoice, scenario })
    await eventually(() => Message.findOne({ debtor: id, state: 'to-confirm' }).lean())
    await openDispute({ invoice, reason: 'price', comment: '' }, stage.operator)
    await eventually(() => Message.findOne({ debtor: id, state: 'cancelled' }).lean())
    await resolveDispute(invoice, { comment: '' }, stage.operator)
    await confirmed(id, stage)
    await isPausing(invoice)
  },
  async 'stopped-with-everything'(stage) {
    const { id } = await writeDebtor()
    const [asked, later] = [await writeInvoice(id), await writeInvoice(id)]
    const scenario = await stage.publish(remindAndThank('stopped', { confirmation: 'manual' }))
    await stage.door.start({ item: asked, scenario })
    await eventually(() => Message.findOne({ debtor: id, state: 'to-confirm' }).lean())
    await restrain({ kind: 'hold', scope: 'everything', target: '', reason: '' }, stage.operator)
    await confirmed(id, stage)
    await stage.door.start({ item: later, scenario })
    for (const invoice of [asked, later]) await eventually(async () => (await courseOf(invoice))?.held)
    await liftRestraint('hold:everything', stage.operator)
    await eventually(
      async () => (await Message.findOne({ debtor: id, state: 'to-confirm' }).lean())?.requests.length === 2,
    )
    await confirmed(id, stage)
    await Promise.all([asked, later].map(isPausing))
  },
  async 'two-invoices-one-message'(stage) {
    const { id } = await writeDebtor()
    const invoices = [await writeInvoice(id, { late: 20 }), await writeInvoice(id, { late: 5 })]
    const scenario = await stage.publish(remindAndThank('together', { confirmation: 'manual' }))
    await Promise.all(invoices.map((item) => stage.door.start({ item, scenario })))
    await eventually(async () => (await Message.findOne({ debtor: id }).lean())?.requests.length === 2)
    await confirmed(id, stage)
    await Promise.all(invoices.map(isPausing))
  },
  async 'parked-then-skipped'(stage) {
    const { id } = await writeDebtor()
    const scenario = await stage.publish(
      document('parked', {
        remind: {
          kind: 'send-email',
          settings: { template: 'reminder-neutral', confirmation: 'automatic' },
          to: { sent: 'ask', cancelled: 'ask' },
        },
        ask: {
          kind: 'choose',
          settings: {
            branches: [{ id: 'large', name: 'Importante', tests: [{ fact: 'invoice.open', is: '≥', value: 50_000 }] }],
          },
          to: { large: 'end', otherwise: 'end' },
        },
        end: { kind: 'end', settings: { reason: 'litigation', closes: true } },
      }),
    )
    const invoice = await writeInvoice(id)
    await Entity.updateOne({ _id: 'CORV' }, { $set: { siren: '' } })
    await stage.door.start({ item: invoice, scenario })
    await eventually(async () => (await courseOf(invoice))?.parked)
    await unpark(invoice, { action: 'skip' }, stage.operator)
    await isOver(invoice)
  },
  async 'continued-as-new'(stage) {
    const { id } = await writeDebtor()
    const invoice = await writeInvoice(id)
    const scenario = await stage.publish(manyChoices(45))
    await stage.door.start({ item: invoice, scenario })
    await isPausing(invoice)
    await recordPayment({ invoice, amount: 100_000, currency: 'EUR' }, stage.operator)
    await isOver(invoice)
  },
  async 'moved-to-another-version'(stage) {
    const [{ id: first }, { id }] = [await writeDebtor(), await writeDebtor()]
    const [asleep, asked] = [await writeInvoice(first), await writeInvoice(id)]
    const drawn = { ...remindAndThank('moved'), segment: null }
    const waiting = { ...remindAndThank('moved-asked', { confirmation: 'manual' }), segment: null }
    const [from, fromAsked] = [await stage.publish(drawn), await stage.publish(waiting)]
    await stage.door.start({ item: asleep, scenario: from })
    await isPausing(asleep)
    await redraw(drawn, { id: 'pause', settings: { days: 20, from: 'previousStep' } }, stage)
    await publishScenario('moved', { note: '', choices: [follow('pause')] }, stage.operator)
    await eventually(async () => (await courseOf(asleep))?.version === 2 && (await courseOf(asleep))?.nextAt)
    // Asked for under the old version, answered after its step is gone, then parked and sent on by a person.
    await stage.door.start({ item: asked, scenario: fromAsked })
    const message = await eventually(() => Message.findOne({ debtor: id, state: 'to-confirm' }).lean())
    await redraw(waiting, { id: 'remind', settings: { template: 'firm-reminder', confirmation: 'manual' } }, stage)
    const leaves = { version: 1, node: 'remind', action: 'move' as const, to: 'end' }
    const parks = { version: 1, node: 'pause', action: 'park' as const }
    await publishScenario('moved-asked', { note: '', choices: [leaves, parks] }, stage.operator)
    await stage.door.decide(id, { message: message!._id, decision: 'confirm', by: 'Claire Vasseur' })
    await eventually(async () => (await courseOf(asked))?.parked)
    await unpark(asked, { action: 'move', step: 'pause' }, stage.operator)
    await eventually(async () => (await courseOf(asked))?.status === 'running' && (await courseOf(asked))?.nextAt)
    await recordPayment({ invoice: asleep, amount: 100_000, currency: 'EUR' }, stage.operator)
    await isOver(asleep)
  },
}

/** So many decisions before the reminder that the rest after it is begun in a fresh run. */
function manyChoices(count: number) {
  const name = (index: number) => (index < count ? `choice${index}` : 'remind')
  const choices = Array.from({ length: count }, (_, index) => [
    name(index),
    {
      kind: 'choose',
      settings: {
        branches: [{ id: 'large', name: 'Importante', tests: [{ fact: 'invoice.open', is: '≥', value: 50_000 }] }],
      },
      to: { large: name(index + 1), otherwise: name(index + 1) },
    },
  ])
  return document('long', {
    ...Object.fromEntries(choices),
    remind: {
      kind: 'send-email',
      settings: { template: 'reminder-neutral', confirmation: 'automatic' },
      to: { sent: 'pause', cancelled: 'pause' },
    },
    pause: { kind: 'wait', settings: { days: 30, from: 'previousStep' }, to: { next: 'end' } },
    end: { kind: 'end', settings: { reason: 'exhausted' } },
  })
}

const follow = (node: string) => ({ version: 1, node, action: 'follow' as const })

/** Saves a draft in which one step is set otherwise. */
async function redraw(
  drawn: Pick<ReturnType<typeof remindAndThank>, 'nodes'>,
  change: { readonly id: string; readonly settings: Readonly<Record<string, unknown>> },
  { operator }: Stage,
): Promise<void> {
  const nodes = drawn.nodes.map((node) => (node.id === change.id ? { ...node, ...change } : node))
  const revised = scenarioDocumentSchema.parse({ ...drawn, nodes })
  await saveScenario({ document: revised, revision: 1 }, operator)
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2)
  const servers = await startTestServers()
  await mkdir(folder, { recursive: true })
  try {
    for (const [name, play] of Object.entries(cases)) {
      if (wanted.length === 0 || wanted.includes(name)) await record(name, play, servers)
    }
  } finally {
    await servers.stop()
  }
}

async function record(
  name: string,
  play: (stage: Stage) => Promise<void>,
  servers: Awaited<ReturnType<typeof startTestServers>>,
): Promise<void> {
  const uri = new URL(servers.database.address)
  uri.pathname = `/record-${name}`
  const stage = await openStage({
    ...{ temporalAddress: servers.temporal.address, databaseUri: uri.href, smtpUrl: servers.mail.address },
  })
  try {
    const since = new Date()
    await writeEntity()
    await stage.work()
    await play(stage)
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    const runs: { workflowId: string; history: string }[] = []
    const query = `StartTime >= "${since.toISOString()}"`
    for await (const { workflowId, runId } of stage.client.workflow.list({ query })) {
      const history = await stage.client.workflow.getHandle(workflowId, runId).fetchHistory()
      runs.push({ workflowId, history: encode(history) })
    }
    const versions = await ScenarioVersion.find({}).lean()
    const scenarios = Object.fromEntries(versions.map(({ _id, compiled }) => [_id, compiled]))
    await writeFile(`${folder}/${name}.json`, `${JSON.stringify({ scenarios, runs })}\n`)
  } finally {
    await stage.close()
  }
}

const { History } = proto.temporal.api.history.v1

/** Protobuf in base 64, without the names of processes and machines. */
function encode(history: Parameters<typeof History.encode>[0]): string {
  for (const event of history.events ?? []) {
    for (const value of Object.values(event)) {
      if (typeof value === 'object' && value !== null && 'identity' in value) value.identity = 'worker'
    }
  }
  return Buffer.from(History.encode(history).finish()).toString('base64')
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
