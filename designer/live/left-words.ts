import type { Flow } from '@relance/runtime/contract/flow'
import { useStudio, useStudioState } from '../canvas/studio-context.tsx'
import { useWords } from '../i18n/words.ts'
import { liveWords } from '../words/live.ts'

export type StepFlow = Flow['steps'][number]

const known = ['paid', 'moved', 'ended', 'next', 'failed'] as const
type Known = (typeof known)[number]

/** How many files left a step for each reason, most first: its outcomes in its own words, the others in ours. */
export function useLeftWords({ node, left }: Pick<StepFlow, 'node' | 'left'>): string[] {
  const say = useWords(liveWords)
  const { read, sayWords } = useStudio()
  const drawn = useStudioState(({ document }) => document.nodes.find(({ id }) => id === node))
  const ports = drawn === undefined ? [] : read(drawn).ports
  const words = (reason: string) => {
    if (known.includes(reason as Known)) return say(`left.${reason as Known}`)
    const port = ports.find((one) => one.port === reason)
    return port === undefined ? reason : sayWords(port.words)
  }
  return Object.entries(left)
    .sort(([, one], [, other]) => other - one)
    .map(([reason, count]) => say('left', { count, reason: words(reason) }))
}
