import { type EffectContext, later } from '@relance/sdk/define-effect'
import { PermanentError } from '@relance/sdk/errors'
import type { Locale } from '@relance/sdk/words'
import { renderEmail } from '@relance/templates/render'
import { findStage } from '@relance/templates/stages'
import type { Channel } from '../../channels/channel.ts'
import { addDays } from '../../domain/ageing/days-between.ts'
import { holidaysOf } from '../../domain/calendar/holidays-of.ts'
import { limitEnd } from '../../domain/calendar/limit-end.ts'
import { resolveMoment } from '../../domain/calendar/resolve-moment.ts'
import { decide } from '../../domain/desk/decide.ts'
import { claimOn, factsOf } from '../../machine/simulated-file.ts'
import { happeningsOf } from '../../machine/what-if.ts'
import { Rehearsal } from '../../models/rehearsal.ts'
import type {
  PlannedAct,
  RehearsalActivities,
  RehearsalMemory,
  RehearsedAct,
} from '../../workflows/rehearsal-activities.ts'
import { noticeDays, penaltyFacts } from '../account.ts'
import { dayIn } from '../file/gather-facts.ts'
import { byReference } from '../scenario-codec.ts'
import type { Services } from '../services.ts'
import { addStep, addTrace, type RehearsalScript, readScript, rehearsalReference } from './rehearsal-record.ts'

/** A rehearsal tells at most this many days after the due date. */
const longest = 365

/** The activities of a rehearsal. `catcher` is the mail catcher's own channel: nothing here can reach a customer. */
export function createRehearsalActivities(
  services: Pick<Services, 'registry' | 'effects'>,
  catcher: Channel | null,
): RehearsalActivities {
  const { registry } = services
  return {
    async openRehearsal({ rehearsal }) {
      const { cast, whatIf } = await readScript(rehearsal)
      const { dueDate } = cast.file.invoice
      const happenings = happeningsOf(whatIf, { dueDate, zone: cast.zone })
      return { happenings, until: `${addDays(dueDate, longest)}T00:00:00Z` }
    },
    async loadRehearsal({ rehearsal }) {
      const { compiled } = await readScript(rehearsal)
      const item = { paid: false, disputed: false, promised: false, held: null }
      return byReference({ compiled: { ...compiled, hash: rehearsalReference(rehearsal) }, item })
    },
    async rehearseDate({ rehearsal, trace, now, memory, moment, catchingUp, since, reached }) {
      const script = await readScript(rehearsal)
      await addTrace(rehearsal, trace, { document: script.document, registry })
      const { cast, document } = script
      const { dueDate, issueDate } = cast.file.invoice
      return resolveMoment({
        ...{ moment, catchingUp, since, now, ...calendarOf(script), lastContactAt: memory.lastContactAt },
        catchUp: document.policy.catchUp,
        minimumContactDelay: document.policy.minimumContactDelay,
        hours: document.policy.contactHours,
        spreadKey: cast.file.debtor.id,
        anchors: { dueDate, issueDate, reached, paymentDate: paidOn(memory, script) },
      })
    },
    async rehearseFacts({ rehearsal, trace, now, memory }) {
      const { document, cast } = await readScript(rehearsal)
      await addTrace(rehearsal, trace, { document, registry })
      return factsOf(cast.file, { now, zone: cast.zone, course: memory })
    },
    async rehearseAct(ask) {
      const script = await readScript(ask.rehearsal)
      await addTrace(ask.rehearsal, ask.trace, { document: script.document, registry })
      return planAct(ask, script, services)
    },
    async rehearseSend(ask) {
      await send(ask, await readScript(ask.rehearsal), { catcher, registry })
    },
    async recordRehearsal({ rehearsal, trace }) {
      const { document } = await readScript(rehearsal)
      await addTrace(rehearsal, trace, { document, registry })
    },
    async closeRehearsal({ rehearsal, error }) {
      await Rehearsal.updateOne({ _id: rehearsal }, { $set: { status: error === null ? 'done' : 'failed', error } })
    },
  }
}

function calendarOf({ cast }: RehearsalScript) {
  return { zone: cast.zone, holidays: holidaysOf(cast.address), debtor: cast.file.debtor.id }
}

function paidOn({ paidAt }: RehearsalMemory, { cast }: RehearsalScript): string | null {
  return paidAt === null ? null : dayIn(cast.zone, new Date(paidAt))
}

type ActQuestion = Parameters<RehearsalActivities['rehearseAct']>[0]

/** Runs the node's own effect, taking down what it asks for instead of doing it. */
async function planAct(
  ask: ActQuestion,
  script: RehearsalScript,
  { registry, effects }: Pick<Services, 'registry' | 'effects'>,
): Promise<RehearsedAct> {
  const { now, memory, kind, phase, place, round } = ask
  const { document, cast } = script
  const [effect, definition] = [effects.get(kind), registry.get(kind)]
  if (!effect || definition?.shape !== 'act') throw new PermanentError(`No effect is known for the kind ${kind}`)
  const plans: PlannedAct[] = []
  const { minimumContactDelay, contactHours } = document.policy
  const outcome = await effect.run({
    settings: definition.settings.parse(ask.settings),
    key: `${ask.rehearsal}/${place.node}/${place.visit}`,
    node: { id: place.node, visit: place.visit, label: '' },
    facts: async () => factsOf(cast.file, { now, zone: cast.zone, course: memory }),
    desk: {
      request: async (request) => {
        const [planned] = decide({
          ...{ now, lastContactAt: memory.lastContactAt, ...calendarOf(script) },
          asks: [
            {
              ...{ key: place.node, round, item: ask.rehearsal, phase, minimumContactDelay, contactHours },
              ...{ medium: request.medium, role: request.role, template: request.template, level: request.level },
              ...{ address: '', language: cast.file.debtor.language, currency: cast.file.invoice.currency },
              confirmation: 'automatic',
              legal: request.medium === 'email' && (findStage('email', request.template)?.legal ?? false),
            },
          ],
        })
        const { medium, template, role } = request
        const email = medium === 'email' ? { template, role } : null
        plans.push({ at: planned!.plannedAt, port: definition.usual, email })
      },
    },
    tasks: {
      open: async () => {
        plans.push({ at: now, port: definition.usual, email: null })
      },
    },
    log: () => {},
  } as EffectContext<unknown> as EffectContext<never>)
  const [planned] = plans
  return planned ? { planned } : { port: outcome === later ? definition.usual : outcome }
}

async function send(
  ask: Parameters<RehearsalActivities['rehearseSend']>[0],
  script: RehearsalScript,
  { catcher, registry }: { catcher: Channel | null } & Pick<Services, 'registry'>,
): Promise<void> {
  const { rehearsal, now, place, planned } = ask
  const step = { key: `act:${place.node}/${place.visit}`, at: now, node: place.node, outcome: planned.port }
  const play = { document: script.document, registry }
  if (planned.email === null) return addStep(rehearsal, step, play)
  const { cast } = script
  const { subject, html, text } = await renderEmail({
    stage: planned.email.template,
    locale: cast.file.debtor.language as Locale,
    facts: letterFacts(ask, script),
  })
  const delivery = await catcher?.send(
    {
      key: `r-${rehearsal}-${place.node}-${place.visit}`,
      from: { name: cast.letter.sender.name, address: cast.letter.sender.email },
      to: { name: String(cast.letter.contact.name ?? ''), address: `${planned.email.role}@rehearsal.invalid` },
      ...{ subject, html, text, date: new Date(now), headers: { 'X-Relance-Rehearsal': rehearsal } },
    },
    { lastLook: async () => true },
  )
  if (delivery?.result === 'refused' && delivery.retry) throw new Error(`The mail catcher refuses: ${delivery.reason}`)
  await addStep(rehearsal, { ...step, subject }, play)
}

function letterFacts({ now, memory }: { now: string; memory: RehearsalMemory }, script: RehearsalScript) {
  const { file, letter, zone } = script.cast
  const { number, amount, issueDate, dueDate, currency } = file.invoice
  const today = dayIn(zone, new Date(now))
  const paid = paidOn(memory, script)
  const open = paid === null ? amount : 0
  return {
    ...letter,
    today,
    invoices: [{ kind: 'invoice' as const, number, issueDate, dueDate, amount, open, currency, link: null }],
    payment: paid === null ? null : { amount, currency, date: paid, invoices: [number] },
    penalties: penaltyFacts(open > 0 ? [claimOn(file, today)] : [], currency),
    deadline: limitEnd(today, { days: noticeDays, holidays: calendarOf(script).holidays }),
  }
}
