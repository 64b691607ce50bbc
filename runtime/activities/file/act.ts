import { type EffectContext, later, type TaskRequest } from '@relance/sdk/define-effect'
import { PermanentError } from '@relance/sdk/errors'
import type { ItemDocument } from '../../models/item.ts'
import type { ActAnswer, ActAsk, CourseStatus, FileActivities } from '../../workflows/file-activities.ts'
import type { DeskRequest } from '../../workflows/protocol.ts'
import { sendAtOnce } from '../desk/send-at-once.ts'
import type { RunningVersion } from '../scenario-store.ts'
import type { Services } from '../services.ts'
import { applyTrace, type OwnNote } from './apply-trace.ts'
import { findItem } from './find-item.ts'
import { gatherFacts } from './gather-facts.ts'
import { openCallTask } from './open-call-task.ts'
import { stepLabel } from './step-label.ts'

/** What an effect asked for; handed on once the file has written down where it stands. */
interface Wishes {
  readonly requests: DeskRequest[]
  readonly tasks: TaskRequest[]
}

/** Runs a node's own effect. May be repeated: whatever it sets in motion is recognised by its key. */
export function act(services: Services): FileActivities['act'] {
  const send = sendAtOnce(services)
  return async (ask) => {
    const { trace, place, kind } = ask
    const [item, version] = await Promise.all([findItem(trace.item), services.scenarios.get(trace.scenario)])
    const effect = services.effects.get(kind)
    if (!effect) throw new PermanentError(`No effect is known for the kind ${kind}`)
    const wishes: Wishes = { requests: [], tasks: [] }
    const key = `${item._id}/${version.hash}/${place.node}/${place.visit}`
    const outcome = await effect.run(contextOf(ask, { key, item, version, wishes, services }) as EffectContext<never>)
    await applyTrace(trace, {
      ...{ item, version, services },
      notes: notesOf(ask, wishes),
      course: { status: statusOf(wishes), nextAt: null },
    })
    const { requests } = wishes
    const sending = requests.length === 1 ? await send(requests[0]!, { debtor: item.debtor }) : 'not-begun'
    if (sending === 'sent' && outcome === later) return { port: 'sent' }
    if (sending === 'not-begun') for (const request of requests) await services.signals.request(item.debtor, request)
    for (const task of wishes.tasks) await openCallTask(task, { key, ask, item, version, services })
    return outcome === later ? { later: true } : ({ port: outcome } satisfies ActAnswer)
  }
}

interface Scene {
  readonly key: string
  readonly item: ItemDocument
  readonly version: RunningVersion
  readonly wishes: Wishes
  readonly services: Services
}

function contextOf(ask: ActAsk, { key, item, version, wishes, services }: Scene): EffectContext<unknown> {
  const { place, phase, round, settings } = ask
  const { document, hash } = version
  const definition = services.registry.get(ask.kind)
  return {
    settings: definition ? definition.settings.parse(settings) : settings,
    key,
    node: {
      id: place.node,
      visit: place.visit,
      label: stepLabel(place.node, { document, registry: services.registry }),
    },
    facts: () => gatherFacts(item, new Date(ask.now)),
    desk: {
      request: async ({ confirmation = document.policy.confirmation, ...request }) => {
        wishes.requests.push({ key, round, item: item._id, scenario: hash, ...place, phase, ...request, confirmation })
      },
    },
    tasks: {
      open: async (request) => {
        wishes.tasks.push(request)
      },
    },
    log: (text) => services.log.info({ item: item._id, node: place.node }, text),
  }
}

function statusOf({ requests, tasks }: Wishes): CourseStatus {
  if (tasks.length > 0) return 'waiting-person'
  return requests.some(({ confirmation }) => confirmation === 'manual') ? 'waiting-confirmation' : 'running'
}

function notesOf({ place, now, round }: ActAsk, { requests }: Wishes): OwnNote[] {
  return requests.map(({ template, confirmation, role }, index) => ({
    id: `${place.node}:${place.visit}:requested:${round}:${index}`,
    at: now,
    kind: 'message-requested',
    node: place.node,
    values: { template, confirmation, role },
  }))
}
