import { Button, Stack, Text, Textarea } from '@mantine/core'
import type { BodyOf } from '@relance/runtime/contract/routes'
import { type ReactNode, useState } from 'react'
import { useChange } from '../client/queries.ts'
import { useWords } from '../i18n/words.ts'
import { restraintsWords } from '../words/restraints.ts'
import { told } from './delayed.tsx'
import { DateField } from './fields.tsx'
import { ProblemNotice } from './notice.tsx'
import { useFormat } from './use-format.ts'

interface RestrainFormProps {
  readonly subject: Pick<BodyOf<'restrain'>, 'kind' | 'scope' | 'target' | 'role'>
  readonly help: string
  readonly submit: string
  readonly danger?: boolean
  readonly children?: ReactNode
  readonly onDone: () => void
}

/** Reason and end of a hold or an exclusion. */
export function RestrainForm({ subject, help, submit, danger = false, children, onDone }: RestrainFormProps) {
  const say = useWords(restraintsWords)
  const format = useFormat()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState<string | null>(null)
  const restrain = useChange('restrain', { changes: ['restraints', 'invoices', 'messages', 'tasks'] })
  const send = () =>
    restrain.mutate(
      { body: { ...subject, reason: reason.trim(), ...(until !== null && { until }) } },
      {
        onSuccess: () => {
          onDone()
          told(say('set.done'))
        },
      },
    )
  return (
    <Stack
      component="form"
      gap="md"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Text size="sm" c="dimmed">
        {help}
      </Text>
      {children}
      <Textarea
        label={say('reason')}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <DateField label={say('until')} value={until} onChange={setUntil} min={format.today()} />
      {restrain.error !== null && <ProblemNotice problem={restrain.error} />}
      <Button type="submit" loading={restrain.isPending} {...(danger ? { color: 'red' } : {})}>
        {submit}
      </Button>
    </Stack>
  )
}
