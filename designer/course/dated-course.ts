import type { Delay } from '@relance/runtime/machine/delay-log'
import type { Simulation } from '@relance/runtime/machine/simulation'
import type { TraceEntry } from '@relance/runtime/machine/trace'

/** One thing that happens to the invoice, in order of time. */
export interface CourseMoment extends TraceEntry {
  /** The step at which the invoice is from here on; null before the first and once its course is over. */
  readonly here: string | null
  /** Why it happens later than it was meant. */
  readonly delays: readonly Delay[]
}

/** The course of one invoice as the drawing shows it. */
export interface DatedCourse {
  readonly moments: readonly CourseMoment[]
  /** When each step is done, by node id (ISO): the end of a wait, the leaving of a message. */
  readonly dates: Readonly<Record<string, string>>
  readonly delays: Readonly<Record<string, readonly Delay[]>>
  /** Messages and calls. */
  readonly acts: number
  readonly end: Simulation['end']
  readonly last: string | null
}

/** Tells a simulation moment by moment. That an act was asked for is left out: its outcome tells when it was done. */
export function datedCourse({ trace, delays, end }: Simulation): DatedCourse {
  const told = trace.filter(({ what }) => what !== 'act')
  let here: string | null = null
  const moments = told.map((entry): CourseMoment => {
    if (entry.node !== null) here = entry.node
    return { ...entry, here, delays: delays.filter((delay) => concerns(delay, entry)) }
  })
  const byNode: Record<string, Delay[]> = {}
  for (const delay of delays) byNode[delay.node] = [...(byNode[delay.node] ?? []), delay]
  return {
    moments,
    dates: datesOf(told),
    delays: byNode,
    acts: told.filter(({ what }) => what === 'outcome').length,
    end,
    last: trace.at(-1)?.at ?? null,
  }
}

function concerns(delay: Delay, { node, what, at, detail }: TraceEntry): boolean {
  if (delay.node !== node) return false
  return what === 'sleep' ? delay.at === detail : what === 'outcome' && Date.parse(delay.at) <= Date.parse(at)
}

/** A wait is dated by its end, an act by its outcome; of several visits the first counts. */
function datesOf(told: readonly TraceEntry[]): Record<string, string> {
  const dates: Record<string, string> = {}
  for (const { at, node, what, detail } of told) {
    if (node === null || what === 'skipped') continue
    dates[node] ??= what === 'sleep' ? detail : at
  }
  return dates
}

/** The way through the drawing up to a moment: the steps reached in order, without repeats in a row. */
export function trailOf(course: DatedCourse, index: number): string[] {
  const trail: string[] = []
  for (const { here } of course.moments.slice(0, index + 1)) {
    if (here !== null && here !== trail.at(-1)) trail.push(here)
  }
  return trail
}
