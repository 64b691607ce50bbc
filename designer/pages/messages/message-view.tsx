import { Anchor, Button, Group, SegmentedControl, Skeleton, Stack, Text, Textarea, Title } from '@mantine/core'
import type { Message } from '@relance/runtime/contract/work'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../client/call.ts'
import { refresh, useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { delay } from '../../ui/delayed.tsx'
import { Facts } from '../../ui/facts.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { MessageState } from '../../ui/states.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { useReasonWords } from '../../ui/use-reason-words.ts'
import { commonWords } from '../../words/common.ts'
import { messagesWords } from '../../words/messages.ts'
import { ConfirmPanel } from './confirm-panel.tsx'
import styles from './messages.module.css'

/** One message: to whom, about what, its very content, and what became of it. */
export function MessageView({ id, onDone }: { id: string; onDone: () => void }) {
  const { data: message, error } = useRoute('message', { id })
  if (error !== null) return <ProblemNotice problem={error} />
  if (message === undefined) return <Skeleton height={480} aria-hidden />
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Group gap="sm">
          <MessageState state={message.state} />
          <Why message={message} />
        </Group>
        <Title order={2}>{message.subject}</Title>
      </Stack>
      {message.state === 'to-confirm' && <Decision message={message} onDone={onDone} />}
      <About message={message} />
      <Content message={message} />
      <Trace message={message} />
    </Stack>
  )
}

function Why({ message: { reason } }: { message: Message }) {
  const sayReason = useReasonWords()
  if (reason === null) return null
  return (
    <Text size="sm" c="dimmed">
      {sayReason(reason)}
    </Text>
  )
}

/** Invoices that are named one by one; the letter below lists them all. */
const mostNamed = 12

function About({ message }: { message: Message }) {
  const say = useWords(messagesWords)
  const format = useFormat()
  const { to, debtor, entity, invoices, plannedAt, sentAt, language, level, providerId } = message
  return (
    <Facts
      facts={[
        [say('to'), `${to.name} · ${to.address === '' ? say('no-address') : to.address}`],
        [
          say('column.customer'),
          <Anchor
            key="customer"
            component={Link}
            to={`/customers/${encodeURIComponent(`${entity}:${debtor.code}`)}`}
            inherit
          >
            {debtor.name}
          </Anchor>,
        ],
        [
          say('about'),
          <Group key="invoices" gap="sm" justify="flex-end">
            {invoices.slice(0, mostNamed).map(({ id, number, level }) => (
              <Text key={id} span inherit>
                <Anchor component={Link} to={`/invoices/${encodeURIComponent(id)}`} inherit>
                  {number}
                </Anchor>
                {level !== null && (
                  <Text span inherit c="dimmed">
                    {` · ${level === 0 ? say('item.upcoming') : say('item.level', { count: level })}`}
                  </Text>
                )}
              </Text>
            ))}
            {invoices.length > mostNamed && (
              <Text span inherit c="dimmed">
                {say('item.more', { count: invoices.length - mostNamed })}
              </Text>
            )}
          </Group>,
        ],
        ...(sentAt === null && plannedAt !== null ? [[say('planned'), format.instant(plannedAt)] as const] : []),
        ...(sentAt === null ? [] : [[say('sent-at'), format.instant(sentAt)] as const]),
        [say('level'), say('level.value', { level })],
        [say('language'), say(`language.${language}`)],
        ...(providerId === null ? [] : [[say('proof'), <code key="proof">{providerId}</code>] as const]),
      ]}
    />
  )
}

function Content({ message: { html, text, sentAt } }: { message: Message }) {
  const say = useWords(messagesWords)
  const [part, setPart] = useState<'html' | 'text'>(html === '' ? 'text' : 'html')
  if (html === '' && text === '') return <Text c="dimmed">{say('preview.none')}</Text>
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={3}>{say(sentAt === null ? 'preview.planned' : 'preview.sent')}</Title>
        {html !== '' && text !== '' && (
          <SegmentedControl
            size="xs"
            value={part}
            onChange={(value) => setPart(value as 'html' | 'text')}
            data={[
              { value: 'html', label: say('preview.html') },
              { value: 'text', label: say('preview.text') },
            ]}
          />
        )}
      </Group>
      {part === 'html' ? (
        // No scripts, no forms, no way out of the frame: what was sent is shown, never run.
        <iframe className={styles.frame} title={say('preview.frame')} sandbox="" srcDoc={html} />
      ) : (
        <pre className={styles.text}>{text}</pre>
      )}
    </Stack>
  )
}

function Trace({ message: { changes } }: { message: Message }) {
  const say = useWords(messagesWords)
  const format = useFormat()
  const sayReason = useReasonWords()
  return (
    <Stack gap="xs">
      <Title order={3}>{say('trace')}</Title>
      <ol className={styles.trace}>
        {changes.map(({ at, state, by, reason }) => (
          <li key={at + state}>
            <Group gap="sm">
              <MessageState state={state} />
              <Text size="sm" c="dimmed">
                {[reason === null ? '' : sayReason(reason), format.author(by)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
            </Group>
            <Text size="xs" c="dimmed" component="time" dateTime={at}>
              {format.instant(at)}
            </Text>
          </li>
        ))}
      </ol>
    </Stack>
  )
}

function Decision({ message, onDone }: { message: Message; onDone: () => void }) {
  const say = useWords(messagesWords)
  const sayCommon = useWords(commonWords)
  const client = useQueryClient()
  const [step, setStep] = useState<'ask' | 'confirm' | 'cancel'>('ask')
  const [reason, setReason] = useState('')
  const cancel = () => {
    delay({
      words: say('cancel.pending', { debtor: message.debtor.name }),
      run: async () => {
        await call('cancelMessage', { id: message.id, body: { reason: reason.trim() } })
        refresh(client, ['messages', 'invoices'])
      },
    })
    onDone()
  }
  if (step === 'cancel') {
    return (
      <Stack gap="sm">
        <Textarea
          label={say('cancel.reason')}
          placeholder={say('cancel.reason-placeholder')}
          autosize
          minRows={2}
          maxLength={500}
          autoFocus
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Group gap="sm">
          <Button onClick={cancel}>{say('cancel.submit')}</Button>
          <Button variant="default" onClick={() => setStep('ask')}>
            {sayCommon('action.back')}
          </Button>
        </Group>
      </Stack>
    )
  }
  return (
    <Group gap="sm">
      <Button onClick={() => setStep('confirm')}>{say('one.confirm')}</Button>
      <Button variant="default" onClick={() => setStep('cancel')}>
        {say('one.cancel')}
      </Button>
      <ConfirmPanel messages={[message]} opened={step === 'confirm'} onClose={() => setStep('ask')} onDone={onDone} />
    </Group>
  )
}
