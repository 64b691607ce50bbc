import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { MessageSummary } from '@relance/runtime/contract/work'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { told } from '../../ui/delayed.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { useReasonWords } from '../../ui/use-reason-words.ts'
import { commonWords } from '../../words/common.ts'
import { messagesWords } from '../../words/messages.ts'
import styles from './messages.module.css'

interface ConfirmPanelProps {
  readonly messages: readonly MessageSummary[]
  readonly opened: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Exactly what leaves the company, and to whom, before it does. */
export function ConfirmPanel({ messages, opened, onClose, onDone }: ConfirmPanelProps) {
  const say = useWords(messagesWords)
  const sayCommon = useWords(commonWords)
  const confirm = useChange('confirmMessages', { changes: ['messages', 'invoices'] })
  const count = messages.length
  const submit = () =>
    confirm.mutate(
      { body: { ids: messages.map(({ id }) => id) } },
      {
        onSuccess: ({ confirmed, refused }) => {
          if (confirmed > 0) told(say('confirm.done', { count: confirmed }))
          if (refused.length === 0) onDone()
        },
      },
    )
  const refused = confirm.data?.refused ?? []
  const close = () => {
    confirm.reset()
    if (refused.length > 0) onDone()
    else onClose()
  }
  return (
    <SidePanel opened={opened} onClose={close} title={say('confirm.title', { count })} size={560}>
      <Stack gap="lg">
        {refused.length > 0 ? (
          <Refused refused={refused} messages={messages} />
        ) : (
          <>
            <Text size="sm">{say('confirm.help')}</Text>
            <Recipients messages={messages} />
          </>
        )}
        {confirm.error !== null && <ProblemNotice problem={confirm.error} />}
        <Group gap="sm">
          {refused.length === 0 && (
            <Button onClick={submit} loading={confirm.isPending} disabled={count === 0}>
              {say('confirm.submit', { count })}
            </Button>
          )}
          <Button variant="default" onClick={close}>
            {sayCommon(refused.length > 0 ? 'action.close' : 'action.back')}
          </Button>
        </Group>
      </Stack>
    </SidePanel>
  )
}

function Recipients({ messages }: { messages: readonly MessageSummary[] }) {
  const say = useWords(messagesWords)
  const sayCommon = useWords(commonWords)
  const format = useFormat()
  return (
    <ul className={styles.people}>
      {messages.map(({ id, debtor, to, subject, overdue, medium }) => (
        <li key={id}>
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text fw={500} truncate>
              {debtor.name}
            </Text>
            <Text size="sm" className="figure" style={{ whiteSpace: 'nowrap' }}>
              {format.amounts(overdue)}
            </Text>
          </Group>
          <Text size="sm">{subject}</Text>
          <Text size="xs" c="dimmed">
            {sayCommon(`medium.${medium}`)} · {to.name} · {to.address === '' ? say('no-address') : to.address}
          </Text>
        </li>
      ))}
    </ul>
  )
}

interface RefusedProps {
  readonly refused: readonly { readonly id: string; readonly reason: string }[]
  readonly messages: readonly MessageSummary[]
}

function Refused({ refused, messages }: RefusedProps) {
  const say = useWords(messagesWords)
  const sayReason = useReasonWords()
  return (
    <Alert color="confirm" title={say('confirm.refused', { count: refused.length })}>
      {refused.map(({ id, reason }) => (
        <Text key={id} size="sm">
          {messages.find((message) => message.id === id)?.debtor.name ?? id} : {sayReason(reason)}
        </Text>
      ))}
    </Alert>
  )
}
