import { otherwisePort } from '@relance/sdk/define-node'
import type { Step } from './graph.ts'
import { along, effect, type Json } from './statechart-parts.ts'

/** asking ─▶ the first branch whose condition holds, else `otherwise`. */
export function chooseState(step: Step): Json {
  const { definition, settings } = step
  const branches = definition.shape === 'choose' ? definition.branches(settings) : []
  return {
    initial: 'asking',
    states: {
      asking: {
        entry: effect({ type: 'facts' }),
        on: {
          FACTS: [
            ...branches.map(({ port, when }) => ({
              guard: { type: 'match', params: { when } },
              ...along(step, port),
            })),
            { guard: 'answers', ...along(step, otherwisePort) },
          ],
        },
      },
    },
  }
}
