import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FileDoor } from '../activities/file-door.ts'
import { writeCsv } from '../domain/csv/write-csv.ts'
import { Event } from '../models/event.ts'
import type { Ground } from './ground.ts'
import { acceptedMails } from './mail-log.ts'
import type { Outside } from './outside.ts'
import type {
  ChaosPlan,
  PlannedFile,
  PlannedHold,
  PlannedKill,
  PlannedPayment,
  PlannedPublication,
  Wave,
} from './plan.ts'
import { chaosScenario, resting, scenarioId } from './scenario.ts'
import { seeded } from './seeded.ts'

/** What the outside remembers of a run, in ms since the epoch. */
export interface Memory {
  readonly startedAt: number
  readonly kills: (PlannedKill & { readonly struckAt: number })[]
  /** First acknowledgement of each payment, by its key. */
  readonly paidAt: Map<string, number>
  /** By invoice number: acknowledged, and asked to be closed. */
  readonly disputes: Map<string, { from: number; until: number }>
  /** In force from its acknowledgement until somebody asks to lift it. */
  readonly holds: { readonly debtor: string | null; readonly from: number; readonly until: number }[]
  /** Content hash of each version in force, in order, and whether earlier files were to follow to it. */
  readonly versions: { readonly hash: string; readonly follow: boolean }[]
  readonly counts: {
    payments: number
    imports: number
    publications: number
    holds: number
    echoes: number
    arrived: number
    resent: number
    retried: number
  }
}

export interface Stage {
  readonly plan: ChaosPlan
  readonly ground: Ground
  readonly outside: Outside
  readonly door: FileDoor
  readonly memory: Memory
}

/** Issued 42 days ago. */
export const invoiceId = (number: string) => `CORV:${number}:${today(-42).slice(0, 4)}`

/** Does what the plan says, all at its time; resolves when everything has been heard. */
export async function play(stage: Stage): Promise<void> {
  const { plan, memory } = stage
  const at = (seconds: number) => sleep(Math.max(0, memory.startedAt + seconds * 1_000 - Date.now()))
  const files = plan.waves.flatMap((wave) => wave.files)
  // Two holds of one subject are one: a late repeat of the end of the first would end the second.
  const oneByOne = async (holds: readonly PlannedHold[]) => {
    for (const hold of holds) {
      await at(hold.from)
      await keepBack(hold, stage)
    }
  }
  await Promise.all([
    ...plan.waves.map((wave) => at(wave.at).then(() => bringIn(wave, stage))),
    ...files.flatMap((file) =>
      file.payments.flatMap((payment) =>
        payment.copies.map((moment) => at(moment).then(() => pay(payment, file, stage))),
      ),
    ),
    ...files.flatMap((file) => (file.dispute ? [at(file.dispute.from).then(() => dispute(file, stage))] : [])),
    oneByOne(plan.holds.filter(({ debtor }) => debtor === null)),
    ...plan.holds.filter(({ debtor }) => debtor !== null).map((hold) => oneByOne([hold])),
    ...plan.publications.map(({ at: moment, ...publication }, index) =>
      at(moment).then(() => publish({ edition: index + 1, ...publication }, stage)),
    ),
    ...plan.kills.map((kill) => at(kill.at).then(() => strike(kill, stage))),
  ])
}

async function bringIn({ files }: Wave, { outside, memory }: Stage): Promise<void> {
  const heads = ['Entité', 'Code client', 'Raison sociale', 'Segment', 'E-mail', 'Type', 'N° pièce', 'Date de pièce']
  const rows = files.map(({ number, debtor, amount }) => {
    const euros = (amount / 100).toFixed(2).replace('.', ',')
    const whom = ['CORV', debtor, `Menuiserie ${debtor}`, 'PME', `${debtor.toLowerCase()}@talbot.example`]
    return [...whom, 'facture', number, today(-42), today(-12), euros, euros, 'EUR']
  })
  const text = writeCsv([[...heads, 'Échéance', 'Montant TTC', 'Solde', 'Devise'], ...rows])
  const { status, body } = await outside.upload('/imports', { name: 'pieces.csv', text })
  const { accepted, rejected } = body as { accepted?: number; rejected?: unknown }
  if (status >= 300 || accepted !== files.length)
    throw new Error(`import: ${status} ${JSON.stringify(rejected ?? body)}`)
  memory.counts.imports++
}

async function pay({ key, amount }: PlannedPayment, { number }: PlannedFile, stage: Stage): Promise<void> {
  const { outside, memory } = stage
  memory.counts.payments++
  const { status, body, at } = await outside.post('/payments', { invoice: invoiceId(number), amount, key })
  if (status >= 300) throw new Error(`payment ${key}: ${status} ${JSON.stringify(body)}`)
  memory.paidAt.set(key, Math.min(at, memory.paidAt.get(key) ?? at))
}

/**
 * Refused once the invoice is paid: then there is nothing to hold. Refused as open already, the first telling was heard
 * although its answer was lost.
 */
async function dispute(file: PlannedFile, { outside, memory }: Stage): Promise<void> {
  const invoice = invoiceId(file.number)
  const { status, body, at: from } = await outside.post('/disputes', { invoice, reason: 'price' })
  if (status >= 300 && (body as { code?: string }).code !== 'already-disputed') return
  await sleep((file.dispute!.until - file.dispute!.from) * 1_000)
  memory.disputes.set(file.number, { from, until: Date.now() })
  await outside.post(`/invoices/${encodeURIComponent(invoice)}/resolve-dispute`, {})
}

/** A hold that is told again is the same one; so is one whose end is told again. A customer who is not known yet is waited for. */
async function keepBack({ debtor, ...hold }: PlannedHold, { outside, memory }: Stage): Promise<void> {
  const subject = debtor === null ? { scope: 'everything' } : { scope: 'debtor', target: `CORV:${debtor}` }
  const { status, body, at: from } = await outside.post('/restraints', { kind: 'hold', ...subject, reason: 'chaos' })
  if (status >= 300) throw new Error(`hold: ${status} ${JSON.stringify(body)}`)
  memory.counts.holds++
  await sleep((hold.until - hold.from) * 1_000)
  memory.holds.push({ debtor, from, until: Date.now() })
  await outside.post(`/restraints/${encodeURIComponent((body as { id: string }).id)}/lift`, {})
}

/** Saves and publishes an edition; said again as a whole when somebody's copy of it came first. */
export async function publish(
  { edition, follow }: Omit<PlannedPublication, 'at'> & { readonly edition: number },
  { outside, memory }: Stage,
): Promise<void> {
  const earlier = follow ? memory.versions.map((_, index) => index + 1) : []
  const choices = earlier.flatMap((version) => resting.map((node) => ({ version, node, action: 'follow' })))
  for (;;) {
    const known = edition === 0 ? null : ((await outside.get(`/scenarios/${scenarioId}`)).body as { revision: number })
    const draft = { document: chaosScenario(edition), ...(known && { revision: known.revision }) }
    const saved = await outside.post('/scenarios', draft)
    const published = await outside.post(`/scenarios/${scenarioId}/publish`, { note: `édition ${edition}`, choices })
    if (published.status < 300) {
      memory.versions.push({ hash: (published.body as { hash: string }).hash, follow })
      break
    }
    if (published.status !== 409) throw new Error(`publication: ${saved.status} ${JSON.stringify(published.body)}`)
  }
  memory.counts.publications++
}

/** Ms to wait for a mail to strike at, and between two looks. */
const aim = 3_000
const blink = 4

async function strike(kill: PlannedKill, { ground, memory }: Stage): Promise<void> {
  if (kill.aimed) {
    const size = () => statSync(ground.mailLog, { throwIfNoEntry: false })?.size ?? 0
    const before = size()
    const until = Date.now() + aim
    while (size() === before && Date.now() < until) await sleep(blink)
  }
  if (ground.kill(kill.victim)) memory.kills.push({ ...kill, struckAt: Date.now() })
}

/** Tells files again, in any order, what they have taken already. */
export async function echo({ door, memory, plan }: Stage, isOver: () => boolean): Promise<void> {
  const draw = seeded(plan.seed + 1)
  while (!isOver()) {
    await sleep(draw.between(500, 1_500))
    const taken = await takenByFiles().catch(() => [])
    for (const { _id, invoice, happening } of draw.shuffled(taken).slice(0, 3)) {
      const told = await door.happen(invoice!, { event: _id, happening }).catch(() => null)
      if (told) memory.counts.echoes++
    }
  }
}

/** Events that came after their file had begun; earlier ones it has read off the ledger and never been told. */
async function takenByFiles() {
  const told = await Event.find({ acknowledged: true, happening: { $ne: null } })
    .sort({ at: -1 })
    .limit(100)
    .lean()
  const invoices = told.flatMap(({ invoice }) => invoice ?? [])
  const begun = await Event.find({ invoice: { $in: invoices }, kind: 'file-started' }).lean()
  const since = new Map(begun.map(({ invoice, at }) => [invoice, at]))
  return told.filter(({ invoice, at }) => at > (since.get(invoice) ?? at))
}

/** Ms that a person takes before answering: what the mail server still writes has been written by then. */
const reflection = 2_500

/** Somebody looks into the mail server's log for what is uncertain, and has parked steps tried again. */
export async function attend({ outside, ground, memory }: Stage, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await sleep(1_500)
    const tasks = await listOf<{ id: string; createdAt: string }>('/tasks?state=open&kind=uncertain-send&limit=500')
    for (const { id, createdAt } of tasks) {
      if (Date.now() - Date.parse(createdAt) < reflection) continue
      const hasLeft = acceptedMails(ground.mailLog).some(({ key }) => id === `uncertain-send:${key}`)
      const { status } = await outside.post(`/tasks/${encodeURIComponent(id)}/outcome`, {
        outcome: hasLeft ? 'arrived' : 'resend',
      })
      if (status < 300) memory.counts[hasLeft ? 'arrived' : 'resent']++
    }
    for (const { id } of await listOf<{ id: string }>('/invoices?state=parked&limit=500')) {
      const { status } = await outside.post(`/invoices/${encodeURIComponent(id)}/unpark`, { action: 'retry' })
      if (status < 300) memory.counts.retried++
    }
  }

  async function listOf<T>(path: string): Promise<readonly T[]> {
    const { body } = await outside.get(path)
    return (body as { items?: readonly T[] } | null)?.items ?? []
  }
}

/** `YYYY-MM-DD`, some days from now. */
function today(offset = 0): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
}
