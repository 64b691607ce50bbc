import fc from 'fast-check'

/**
 * Random scenarios that are right: every step reached, every outcome wired, every loop resting, an end from everywhere. Tests of
 * the machine, the simulator and the workflow draw from the same ones.
 */

interface Drawn {
  readonly kind: string
  readonly settings: Readonly<Record<string, unknown>>
}

/** The kinds to draw with. `ports` are those that must be wired, the usual one first. */
export interface Palette {
  readonly wait: (moment: { from: 'dueDate' | 'issueDate' | 'previousStep' | 'paymentDate'; days: number }) => Drawn
  readonly acts: readonly (Drawn & { readonly ports: readonly string[] })[]
  readonly chooses: readonly (Drawn & { readonly ports: readonly string[] })[]
  readonly end: (closes: boolean) => Drawn
}

export const testPalette: Palette = {
  wait: (moment) => ({ kind: 'test-wait', settings: { ...moment, unit: 'calendar' } }),
  acts: [{ kind: 'test-send', settings: {}, ports: ['sent', 'cancelled'] }],
  chooses: [{ kind: 'test-choose', settings: { days: 10 }, ports: ['otherwise', 'late'] }],
  end: (closes) => ({ kind: 'test-end', settings: { closes } }),
}

export interface ScenarioShape {
  readonly palette?: Palette
  /** A wait stands before every act, each for a later day after the due date, so that no two acts are drawn for one day. */
  readonly spaced?: boolean
  readonly catchUp?: 'skip' | 'latest' | 'spread'
  readonly mostSteps?: number
}

/** A random document, not yet read by the schema. */
export function arbitraryScenario(shape: ScenarioShape = {}): fc.Arbitrary<Record<string, unknown>> {
  const { palette = testPalette, spaced = false, mostSteps = 12 } = shape
  const roadOf = (prefix: string, most: number) => arbitraryRoad({ prefix, most, palette, spaced })
  return fc
    .record({
      open: roadOf('s', mostSteps),
      paid: fc.option(roadOf('t', 3)),
      catchUp: shape.catchUp ? fc.constant(shape.catchUp) : fc.constantFrom('skip', 'latest', 'spread'),
      stopRules: fc.record({ dispute: fc.boolean(), promise: fc.boolean() }),
    })
    .map(({ open, paid, catchUp, stopRules }) => ({
      format: 'relance.scenario/1',
      id: 'random',
      name: 'Random',
      languages: ['fr'],
      entries: { open: open.nodes[0]!.id, paid: paid?.nodes[0]?.id ?? null },
      nodes: [...open.nodes, ...(paid?.nodes ?? [])],
      edges: [...open.edges, ...(paid?.edges ?? [])],
      policy: { catchUp, stopRules },
    }))
}

interface Road {
  readonly nodes: readonly { id: string; kind: string; [field: string]: unknown }[]
  readonly edges: readonly { source: string; port: string; target: string }[]
}

interface RoadShape {
  readonly prefix: string
  readonly most: number
  readonly palette: Palette
  readonly spaced: boolean
}

const arbitraryPlan = fc.record({
  shape: fc.constantFrom('wait' as const, 'act' as const, 'act' as const, 'choose' as const),
  pick: fc.nat(1_000),
  /** Where the ports beside the first lead: on, to the end, or back through a rest. */
  aside: fc.array(fc.nat(1_000), { minLength: 6, maxLength: 6 }),
  from: fc.constantFrom('dueDate' as const, 'issueDate' as const, 'previousStep' as const),
  days: fc.integer({ min: 1, max: 40 }),
})

type Plan = typeof arbitraryPlan extends fc.Arbitrary<infer T> ? T : never

function arbitraryRoad(shape: RoadShape): fc.Arbitrary<Road> {
  return fc
    .record({ plans: fc.array(arbitraryPlan, { minLength: 1, maxLength: shape.most }), closes: fc.boolean() })
    .map(({ plans, closes }) => roadOf(shape.spaced ? space(plans) : plans, { ...shape, closes }))
}

function space(plans: readonly Plan[]): Plan[] {
  let day = 0
  return plans.flatMap((plan) => {
    day += plan.days
    const wait = { ...plan, shape: 'wait', from: 'dueDate', days: day } as const
    return plan.shape === 'act' ? [wait, plan] : [plan.shape === 'wait' ? wait : plan]
  })
}

function roadOf(plans: readonly Plan[], { prefix, palette, spaced, closes }: RoadShape & { closes: boolean }): Road {
  const nodes: Road['nodes'][number][] = []
  const edges: Road['edges'][number][] = []
  const add = (id: string, { kind, settings }: Drawn) => {
    nodes.push({ id, kind, kindVersion: 1, settings, position: { x: 0, y: nodes.length * 120 } })
  }
  const idOf = (index: number) => `${prefix}${index}`
  const end = idOf(plans.length)
  /** Steps that a line may lead to: with `spaced`, an act is met only through its wait. */
  const mayLead = (index: number) => !spaced || plans[index]?.shape !== 'act'
  const onwards = (index: number, pick: number) => {
    const ahead = plans.map((_, at) => at).filter((at) => at > index && mayLead(at))
    return [...ahead.map(idOf), end][pick % (ahead.length + 1)]!
  }
  const backwards = (index: number, { port, pick, days }: { port: string; pick: number; days: number }) => {
    const behind = plans.map((_, at) => at).filter((at) => at <= index && mayLead(at))
    const rest = `${idOf(index)}-${port}-rest`
    add(rest, palette.wait({ from: 'previousStep', days }))
    edges.push({ source: rest, port: 'next', target: idOf(behind[pick % behind.length] ?? index) })
    return rest
  }
  for (const [index, plan] of plans.entries()) {
    const drawn = drawPlan(plan, palette)
    add(idOf(index), drawn)
    for (const [at, port] of drawn.ports.entries()) {
      const pick = plan.aside[at % plan.aside.length]!
      const turnsBack = at > 0 && pick % 4 === 0
      const aside = turnsBack ? backwards(index, { port, pick, days: plan.days }) : onwards(index, pick)
      edges.push({ source: idOf(index), port, target: at === 0 ? idOf(index + 1) : aside })
    }
  }
  add(end, palette.end(closes))
  return { nodes, edges }
}

function drawPlan(plan: Plan, palette: Palette): Drawn & { readonly ports: readonly string[] } {
  if (plan.shape === 'wait') return { ...palette.wait({ from: plan.from, days: plan.days }), ports: ['next'] }
  const choices = plan.shape === 'act' ? palette.acts : palette.chooses
  return choices[plan.pick % choices.length]!
}
