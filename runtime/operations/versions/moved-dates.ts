import type { Moment } from '@relance/sdk/moment'
import type { ScenarioDocument } from '@relance/sdk/scenario-document'
import type { z } from 'zod'
import type { movedDatesSchema } from '../../contract/versions.ts'
import { holidaysOf } from '../../domain/calendar/holidays-of.ts'
import { resolveMoment } from '../../domain/calendar/resolve-moment.ts'
import { metaOf, momentOf } from '../../machine/describe.ts'
import type { CompiledScenario } from '../../machine/types.ts'
import { Debtor, type DebtorDocument } from '../../models/debtor.ts'
import { Desk } from '../../models/desk.ts'
import { Item, type ItemDocument } from '../../models/item.ts'
import type { PublishedVersion } from './read-versions.ts'
import type { Files } from './running-files.ts'

interface Question {
  readonly node: string
  readonly target: string
  readonly paid: boolean
  readonly from: PublishedVersion
  readonly to: { readonly document: ScenarioDocument; readonly compiled: CompiledScenario }
  /** Of which the files of the step are looked at. */
  readonly files: Files
  readonly now: Date
}

/** Files of a step whose dates are computed, and of these those that are named. */
const mostLooked = 60
const mostNamed = 5

/** All that the dates of a file are computed from. */
const read = { number: 1, debtor: 1, debtorName: 1, dueDate: 1, issueDate: 1, paidDate: 1, course: 1 }

/**
 * When the files that sleep on a step would wake, old against new, by the same rules as production: a wait that is drawn alike
 * keeps its instant, another one counts from when the old step was reached. Null where the files do not rest.
 */
export async function movedDates(question: Question): Promise<z.output<typeof movedDatesSchema> | null> {
  const { node, target, paid, from, to, files } = question
  const before = momentOf(from.compiled, { node, paid })
  const after = momentOf(to.compiled, { node: target, paid })
  if (!before) return null
  const sleeping = { ...files, 'course.hash': from.hash, 'course.node': node }
  const items = await Item.find({ ...sleeping, 'course.nextAt': { $ne: null } }, read)
    .limit(mostLooked)
    .lean<ItemDocument[]>()
  const isKept = node === target && JSON.stringify(before) === JSON.stringify(after)
  const isDated = after !== null || metaOf(to.compiled, target)?.shape === 'act'
  if (isKept || !isDated) return { looked: items.length, changed: 0, past: 0, examples: [] }
  const dates = await datesOf(items, { ...question, moment: after })
  const changed = dates.filter(({ before: old, after: next, past }) => past || old !== next)
  return {
    looked: items.length,
    changed: changed.length,
    past: changed.filter(({ past }) => past).length,
    examples: changed.slice(0, mostNamed),
  }
}

type MovedDate = z.output<typeof movedDatesSchema>['examples'][number]

async function datesOf(
  items: readonly ItemDocument[],
  { moment, to, now }: Question & { moment: Moment | null },
): Promise<MovedDate[]> {
  const ids = [...new Set(items.map(({ debtor }) => debtor))]
  const [debtors, desks] = await Promise.all([
    Debtor.find({ _id: { $in: ids } }).lean<DebtorDocument[]>(),
    Desk.find({ _id: { $in: ids } }, { lastContactAt: 1 }).lean(),
  ])
  const debtorOf = new Map(debtors.map((debtor) => [debtor._id, debtor]))
  const contactOf = new Map(desks.map(({ _id, lastContactAt }) => [_id, lastContactAt?.toISOString() ?? null]))
  const { catchUp, minimumContactDelay, contactHours: hours } = to.document.policy
  return items.flatMap((item) => {
    const debtor = debtorOf.get(item.debtor)
    if (!debtor) return []
    const told = { invoice: item._id, number: item.number, debtor: item.debtorName, before: iso(item.course?.nextAt) }
    if (!moment) return [{ ...told, after: now.toISOString(), past: false }]
    const { at, past } = resolveMoment({
      ...{ moment, catchingUp: false, now: now.toISOString(), catchUp, minimumContactDelay, hours },
      zone: debtor.zone,
      holidays: holidaysOf({ country: debtor.country, postalCode: debtor.postalCode }),
      anchors: {
        ...{ dueDate: item.dueDate, issueDate: item.issueDate, paymentDate: item.paidDate ?? null },
        reached: iso(item.course?.since) ?? now.toISOString(),
      },
      spreadKey: debtor._id,
      lastContactAt: contactOf.get(debtor._id) ?? null,
    })
    return [{ ...told, after: iso(new Date(at)), past }]
  })
}

function iso(at: Date | null | undefined): string | null {
  return at ? at.toISOString() : null
}
