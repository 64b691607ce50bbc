import { chartOf, describe } from './describe.ts'
import { targetsOf } from './migrate.ts'
import type { CompiledScenario, MachineState } from './types.ts'

/** Whether a file may carry its account: it is free, neither paid nor parked, and still has something to tell the customer. */
export function canCarry(compiled: CompiledScenario, state: MachineState): boolean {
  const { node, phase, paid, standing } = describe(state)
  if (node === null || paid || phase === 'over' || phase === 'parked' || standing !== 'free') return false
  return hasContactsAhead(compiled, node)
}

/** Whether a step of the open course, or one that lines lead to from it, reaches people. */
export function hasContactsAhead(compiled: CompiledScenario, node: string): boolean {
  const { statechart } = compiled
  const speaking = known.get(statechart) ?? stepsBeforeContacts(compiled)
  known.set(statechart, speaking)
  return speaking.has(node)
}

const known = new WeakMap<object, ReadonlySet<string>>()

/** The contacts of the open course with every step that leads to one. */
function stepsBeforeContacts(compiled: CompiledScenario): ReadonlySet<string> {
  const { running } = compiled.statechart.states as { running: { states: { course: { states?: object } } } }
  const sources = new Map<string, string[]>()
  const queue: string[] = []
  for (const node of Object.keys(running.states.course.states ?? {})) {
    const chart = chartOf(compiled, { node, paid: false })!
    for (const target of targetsOf(chart)) sources.set(target, [...(sources.get(target) ?? []), node])
    if (chart.meta?.contact) queue.push(node)
  }
  const met = new Set(queue)
  for (let at = 0; at < queue.length; at++) {
    for (const source of sources.get(queue[at]!) ?? []) {
      if (met.has(source)) continue
      met.add(source)
      queue.push(source)
    }
  }
  return met
}
