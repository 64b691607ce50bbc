import type { BodyOf } from '@relance/runtime/contract/routes'
import type { Impact, ImpactStep } from '@relance/runtime/contract/versions'

export type Choice = NonNullable<BodyOf<'publish'>['choices']>[number]
/** What was chosen for each step, by `version.node`; what is absent stays. */
export type Choices = Readonly<Record<string, Pick<Choice, 'action' | 'to'>>>

export const keyOf = ({ version, node }: Pick<ImpactStep, 'version' | 'node'>) => `${version}.${node}`

export function choiceOf(choices: Choices, step: ImpactStep): Choices[string] {
  return choices[keyOf(step)] ?? { action: 'stay' }
}

/** Follows where the step says the same as before; everything else stays. */
export function followUnchanged(steps: readonly ImpactStep[]): Choices {
  return suggested(steps.filter(({ fate }) => fate === 'same'))
}

/** What the server proposes: a step that is still there follows, a deleted one leads to the next. */
export function suggested(steps: readonly ImpactStep[]): Choices {
  return Object.fromEntries(
    steps.map((step) => {
      const { action, to } = step.suggested
      return [keyOf(step), action === 'move' && to !== null ? { action, to } : { action }]
    }),
  )
}

/** As the API takes them. */
export function asBody(choices: Choices, steps: readonly ImpactStep[]): Choice[] {
  return steps.flatMap((step) => {
    const choice = choiceOf(choices, step)
    return choice.action === 'stay' ? [] : [{ version: step.version, node: step.node, ...choice }]
  })
}

/** Targets whose dates are asked for, as the address writes them. */
export function movesAsked(choices: Choices): string | undefined {
  const asked = Object.entries(choices).flatMap(([key, { to }]) => (to === undefined ? [] : [`${key}:${to}`]))
  return asked.length === 0 ? undefined : asked.join(',')
}

/** Files by what becomes of them. */
export function countFiles(choices: Choices, { files, steps }: Pick<Impact, 'files' | 'steps'>) {
  const sum = (actions: readonly string[]) =>
    steps.reduce((total, step) => total + (actions.includes(choiceOf(choices, step).action) ? step.files : 0), 0)
  const [move, park] = [sum(['follow', 'move']), sum(['park'])]
  return { stay: files - move - park, move, park }
}
