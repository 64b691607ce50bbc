import type { TimelineEntry } from '@relance/runtime/contract/invoices'
import { lineOf, type Overlay, type StepMark } from '../overlay/overlay.ts'

/** The steps that an invoice went through, in order, with the day of the first visit; steps of other versions are left out. */
export function pathOf(
  entries: readonly TimelineEntry[],
  { drawn, say }: { drawn: ReadonlySet<string>; say: (instant: string) => string },
): Pick<Overlay, 'marks' | 'lines'> {
  const marks: Record<string, StepMark> = {}
  const lines = new Set<string>()
  let last: string | null = null
  for (const { node, at } of [...entries].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))) {
    if (node === null || !drawn.has(node)) continue
    if (last !== null && last !== node) {
      lines.add(lineOf(last, node))
      marks[last] = { ...marks[last], trail: 'passed' }
    }
    marks[node] = { date: marks[node]?.date ?? { text: say(at), why: null }, trail: 'here' }
    last = node
  }
  return { marks, lines }
}
