import { Event } from '../models/event.ts'
import { readMailLog } from './mail-log.ts'
import { type Breach, type Evidence, isDeferred } from './oracle.ts'
import { victims } from './plan.ts'
import type { Stage } from './play.ts'

export interface ChaosReport {
  readonly lines: readonly string[]
  readonly breaches: readonly Breach[]
  /** Processes killed, and letters that left. */
  readonly kills: number
  readonly letters: number
}

/** What was done, what came of it, and for each breach the life of its file. */
export async function reportOf(stage: Stage, evidence: Evidence, breaches: readonly Breach[]): Promise<ChaosReport> {
  const { plan, memory } = stage
  const { kills, counts, disputes } = memory
  const { mails, files, messages, asked } = evidence
  const killed = victims.map((victim) => `${victim} ${kills.filter((kill) => kill.victim === victim).length}`)
  const fates = (fate: string) => mails.filter((mail) => mail.fate === fate).length
  const refused = readMailLog(stage.ground.mailLog).filter(({ what }) => what === 'refused').length
  const row = (name: string, value: string) => `${name.padEnd(28)}${value}`
  const lines = [
    row('seed', `${plan.seed}`),
    row('duration', `${Math.round((evidence.at - memory.startedAt) / 1_000)} s`),
    row(
      'invoices',
      `${files.length}, of which ${files.filter(({ settledAt }) => settledAt !== null).length} paid, ${disputes.size} disputed`,
    ),
    row(
      'killed with -9',
      `${kills.length} (${killed.join(', ')}), ${kills.filter(({ aimed }) => aimed).length} of them aimed at a send`,
    ),
    row('payments told', `${counts.payments} for ${memory.paidAt.size}, in any order`),
    row('signals told again', `${counts.echoes}`),
    row('versions published', `${counts.publications}, beside ${counts.imports} imports`),
    row('moves to another version', `${await Event.countDocuments({ kind: 'file-moved' })}`),
    row('holds', `${counts.holds}`),
    row('letters accepted', `${mails.length} (${fates('late')} answered too late, ${fates('cut')} with the line cut)`),
    row('letters refused for now', `${refused}`),
    row('uncertain, asked of a person', `${asked.size} (${counts.arrived} had arrived, ${counts.resent} sent again)`),
    row('parked, tried again', `${counts.retried}`),
    row('planned for another day', `${files.filter((file) => isDeferred(file, evidence)).length}`),
    row('withdrawn', `${messages.filter(({ state }) => state === 'cancelled').length}`),
  ]
  for (const breach of breaches) {
    lines.push('', `BREACH ${breach.kind}: ${breach.invoice ?? 'no invoice'}: ${breach.says}`)
    if (breach.invoice) lines.push(...(await lifeOf(breach.invoice, stage, evidence)))
  }
  lines.push('', breaches.length === 0 ? 'verdict: kept' : `verdict: BROKEN, ${breaches.length} breaches`)
  return { lines, breaches, kills: kills.length, letters: mails.length }
}

/** The product's timeline of an invoice between the letters, payments and kills, in the order in which they happened. */
async function lifeOf(invoice: string, { memory }: Stage, { mails, files, messages }: Evidence): Promise<string[]> {
  const file = files.find((one) => one.invoice === invoice)
  const events = await Event.find({ invoice }).lean()
  const mine = messages.filter(({ steps }) => steps.some((step) => step.invoice === invoice))
  const keys = new Set(mine.map(({ id }) => id))
  const moments = [
    ...events.map(({ at, kind, node, values }) => ({
      at: at.getTime(),
      says: `  ${kind} ${node ?? ''} ${JSON.stringify(values)}`,
    })),
    ...mails
      .filter((mail) => keys.has(mail.key) || (file && mail.invoices.includes(file.number)))
      .map((mail) => ({ at: mail.at, says: `* accepted ${mail.key} (${mail.fate}) for ${mail.invoices.join(', ')}` })),
    ...memory.kills.map(({ struckAt, victim }) => ({ at: struckAt, says: `! killed ${victim}` })),
    ...(file?.settledAt && Number.isFinite(file.settledAt)
      ? [{ at: file.settledAt, says: '€ payment acknowledged' }]
      : []),
  ]
  const told = moments.sort((left, right) => left.at - right.at).map(({ at, says }) => `  ${clock(at, memory)} ${says}`)
  return [...told, ...mine.map((message) => `  now      ${JSON.stringify(message)}`)]
}

const clock = (at: number, { startedAt }: Stage['memory']) => `${((at - startedAt) / 1_000).toFixed(2).padStart(7)} s`
