import { Button, Group, Stack, Text } from '@mantine/core'
import type { Thread } from '@relance/runtime/contract/comments'
import { Fragment, useState } from 'react'
import { useChange } from '../client/queries.ts'
import { useWords } from '../i18n/words.ts'
import { tellProblem } from '../ui/delayed.tsx'
import { useFormat } from '../ui/use-format.ts'
import { commentsWords } from '../words/comments.ts'
import { CommentField } from './comment-field.tsx'
import styles from './comments.module.css'

/** What colleagues said to each other, with a place to answer and a way to settle it. */
export function ThreadCard({ thread }: { thread: Thread }) {
  const say = useWords(commentsWords)
  const format = useFormat()
  const [answering, setAnswering] = useState(false)
  const reply = useChange('replyToThread', { changes: ['comments'] })
  const settle = useChange('settleThread', { changes: ['comments'] })
  const { id, comments, resolved } = thread
  const send = async (text: string) => {
    try {
      await reply.mutateAsync({ id, body: { text } })
      setAnswering(false)
      return true
    } catch (problem) {
      tellProblem(problem)
      return false
    }
  }
  return (
    <article className={styles.thread} data-resolved={resolved !== null || undefined}>
      {comments.map((comment) => (
        <CommentLine key={comment.id} comment={comment} />
      ))}
      {resolved !== null && (
        <Text size="xs" c="var(--relance-paid-text)">
          {say('resolved-by', { who: format.author(resolved.by), at: format.instant(resolved.at) })}
        </Text>
      )}
      {answering ? (
        <CommentField
          label={say('answer-label', { who: format.author(comments[0]!.by) })}
          send={say('answer')}
          onSend={send}
        />
      ) : (
        <Group gap="xs">
          <Button size="compact-xs" variant="default" onClick={() => setAnswering(true)}>
            {say('answer')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            loading={settle.isPending}
            onClick={() => settle.mutate({ id, body: { resolved: resolved === null } }, { onError: tellProblem })}
          >
            {say(resolved === null ? 'resolve' : 'reopen')}
          </Button>
        </Group>
      )}
    </article>
  )
}

function CommentLine({ comment: { by, at, text, mentions } }: { comment: Thread['comments'][number] }) {
  const say = useWords(commentsWords)
  const format = useFormat()
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {say('by', { who: format.author(by), at: format.instant(at) })}
      </Text>
      <Text size="sm" className={styles.text}>
        <Called text={format.text(text)} mentions={mentions} />
      </Text>
    </Stack>
  )
}

/** The text with the names of those who are called set off. */
function Called({ text, mentions }: { text: string; mentions: readonly string[] }) {
  if (mentions.length === 0) return text
  const names = mentions.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s'))
  const parts = text.split(new RegExp(`(@(?:${names.join('|')}))`, 'iu'))
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
  return parts.map((part, at) => <Fragment key={at}>{at % 2 === 1 ? <strong>{part}</strong> : part}</Fragment>)
}
