import { Button, Stack, Text, Title } from '@mantine/core'
import type { Thread } from '@relance/runtime/contract/comments'
import { type ReactNode, useState } from 'react'
import { stepTitle } from '../canvas/describe-step.ts'
import { useStudio, useStudioState } from '../canvas/studio-context.tsx'
import { useStepFocus } from '../canvas/use-step-focus.ts'
import { useChange, useRoute } from '../client/queries.ts'
import { useWords } from '../i18n/words.ts'
import { tellProblem } from '../ui/delayed.tsx'
import { commentsWords } from '../words/comments.ts'
import { CommentField } from './comment-field.tsx'
import { ThreadCard } from './thread-card.tsx'

function useThreads(): readonly Thread[] {
  const id = useStudioState(({ document }) => document.id)
  return useRoute('threads', { id }).data?.items ?? []
}

/** What was said about a step, and a place to say something. Whoever reads a scenario may. */
export function StepComments({ node }: { node: string }) {
  const say = useWords(commentsWords)
  const id = useStudioState(({ document }) => document.id)
  const threads = useThreads().filter((thread) => thread.node === node)
  const open = useChange('openThread', { changes: ['comments'] })
  const send = async (text: string) => {
    try {
      await open.mutateAsync({ id, body: { node, text } })
      return true
    } catch (problem) {
      tellProblem(problem)
      return false
    }
  }
  return (
    <Stack gap="sm" component="section" aria-label={say('title')}>
      <Title order={2} size="sm">
        {say('title')}
      </Title>
      {threads.length === 0 && (
        <Text size="sm" c="dimmed">
          {say('none')}
        </Text>
      )}
      <Threads threads={threads} />
      <CommentField label={say('new')} send={say('send')} onSend={send} />
    </Stack>
  )
}

/** Everything that was said about the steps of the open scenario, each with the way to its step. */
export function ScenarioComments() {
  const say = useWords(commentsWords)
  const threads = useThreads()
  return (
    <Stack gap="sm" component="section" aria-label={say('title')}>
      <Title order={2} size="sm">
        {say('title')}
      </Title>
      {threads.length === 0 && (
        <Text size="sm" c="dimmed">
          {say('none-scenario')}
        </Text>
      )}
      <Threads threads={threads} heading={(thread) => <StepLink id={thread.node} />} />
    </Stack>
  )
}

/** Open threads first; the resolved ones are there when asked for. */
function Threads({ threads, heading }: { threads: readonly Thread[]; heading?: (thread: Thread) => ReactNode }) {
  const say = useWords(commentsWords)
  const [all, setAll] = useState(false)
  const open = threads.filter(({ resolved }) => resolved === null)
  const settled = threads.filter(({ resolved }) => resolved !== null)
  return (
    <>
      {[...open, ...(all ? settled : [])].map((thread) => (
        <Stack key={thread.id} gap={4}>
          {heading?.(thread)}
          <ThreadCard thread={thread} />
        </Stack>
      ))}
      {settled.length > 0 && (
        <Button
          size="compact-xs"
          variant="default"
          aria-expanded={all}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setAll(!all)}
        >
          {say('resolved-count', { count: settled.length })}
        </Button>
      )}
    </>
  )
}

function StepLink({ id }: { id: string }) {
  const say = useWords(commentsWords)
  const { read, sayWords } = useStudio()
  const focusStep = useStepFocus()
  const node = useStudioState(({ document }) => document.nodes.find((one) => one.id === id))
  if (node === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {say('gone')}
      </Text>
    )
  }
  const step = stepTitle(read(node), { sayWords })
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      style={{ alignSelf: 'flex-start' }}
      aria-label={say('go', { step })}
      onClick={() => focusStep(id)}
    >
      {step}
    </Button>
  )
}
