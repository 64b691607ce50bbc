import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { Task } from '@relance/runtime/contract/work'
import { IconMail, IconPhone } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useWords } from '../../i18n/words.ts'
import { InvoiceState, SegmentName } from '../../ui/states.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { callsWords } from '../../words/calls.ts'
import styles from './calls.module.css'
import { Declaration } from './declaration.tsx'
import { OutcomeForm } from './outcome-form.tsx'

interface TaskRoomProps {
  readonly task: Task
  readonly last: boolean
  readonly onAnswered: () => void
  readonly onUndone: () => void
}

/** All that one call needs, in the order in which it is needed. */
export function TaskRoom({ task, last, onAnswered, onUndone }: TaskRoomProps) {
  const say = useWords(callsWords)
  const { debtor, entity, title } = task
  return (
    <Stack gap="lg">
      <Paper withBorder p="xl">
        <Stack gap="lg">
          <Group justify="space-between" align="flex-start">
            <Stack gap={2}>
              <Title order={2}>{debtor.name}</Title>
              <Text size="sm" c="dimmed">
                {title} · <SegmentName segment={debtor.segment} /> ·{' '}
                <Anchor
                  component={Link}
                  to={`/customers/${encodeURIComponent(`${entity}:${debtor.code}`)}`}
                  inherit
                  underline="always"
                >
                  {say('customer')}
                </Anchor>
              </Text>
            </Stack>
          </Group>
          {task.kind !== 'declare-claim' && <Contact task={task} />}
        </Stack>
      </Paper>
      <Paper withBorder p="xl">
        {task.kind === 'declare-claim' ? <Declaration task={task} /> : <Script script={task.script} />}
      </Paper>
      {task.invoices.length > 0 && (
        <Paper withBorder p="xl">
          <Account task={task} />
        </Paper>
      )}
      <Paper withBorder p="lg" className={styles.answer}>
        <OutcomeForm task={task} last={last} onAnswered={onAnswered} onUndone={onUndone} />
      </Paper>
    </Stack>
  )
}

function Contact({ task: { contact } }: { task: Task }) {
  const say = useWords(callsWords)
  if (contact === null) {
    return (
      <Stack gap={2}>
        <Text fw={500}>{say('contact.none')}</Text>
        <Text size="sm" c="dimmed">
          {say('contact.none-help')}
        </Text>
      </Stack>
    )
  }
  const { name, phone, email } = contact
  return (
    <Group gap="md">
      <Stack gap={0} flex={1} miw={140}>
        <Text size="xs" c="dimmed">
          {say('contact')}
        </Text>
        <Text fw={500}>{name}</Text>
      </Stack>
      {phone === '' ? (
        <Text size="sm" c="dimmed">
          {say('contact.no-phone')}
        </Text>
      ) : (
        <Button
          component="a"
          href={`tel:${phone.replace(/[^\d+]/g, '')}`}
          leftSection={<IconPhone size={16} aria-hidden />}
          className="figure"
        >
          {say('contact.call', { phone })}
        </Button>
      )}
      {email !== '' && (
        <Button
          component="a"
          href={`mailto:${email}`}
          variant="default"
          leftSection={<IconMail size={16} aria-hidden />}
          maw="100%"
        >
          {say('contact.write', { email })}
        </Button>
      )}
    </Group>
  )
}

function Script({ script }: { script: string }) {
  const say = useWords(callsWords)
  const steps = script
    .split(/\n\s*\n/)
    .map((step) => step.trim())
    .filter((step) => step !== '')
  return (
    <Stack gap="md">
      <Title order={2}>{say('script')}</Title>
      {steps.length === 0 ? (
        <Text c="dimmed">{say('script.none')}</Text>
      ) : (
        <ol className={styles.script}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
    </Stack>
  )
}

/** Settled, disputed, promised or paused since the call was asked for. */
function isSetAside(state: Task['invoices'][number]['state']): boolean {
  return state !== 'overdue' && state !== 'not-due' && state !== 'parked'
}

function Account({ task: { kind, invoices, overdue } }: { task: Task }) {
  const say = useWords(callsWords)
  const format = useFormat()
  const isDeclared = kind === 'declare-claim'
  return (
    <Stack gap="sm">
      <Title order={2}>{say(isDeclared ? 'declare.account' : 'account')}</Title>
      {!isDeclared && invoices.every(({ state }) => isSetAside(state)) && (
        <Text size="sm">{say('account.nothing')}</Text>
      )}
      <table className={styles.account}>
        <thead>
          <tr>
            <th scope="col">{say('account.number')}</th>
            <th scope="col">{say('account.due')}</th>
            <th scope="col" data-end>
              {say('account.open')}
            </th>
          </tr>
        </thead>
        <tbody>
          {invoices.map(({ id, number, dueDate, daysLate, open, currency, state }) => (
            <tr key={id}>
              <td>
                <Anchor component={Link} to={`/invoices/${encodeURIComponent(id)}`} inherit>
                  {number}
                </Anchor>
                {isSetAside(state) && (
                  <Text span ml="xs">
                    <InvoiceState state={state} />
                  </Text>
                )}
              </td>
              <td>
                {format.shortDate(dueDate)}{' '}
                <Text span inherit c={daysLate > 0 ? 'var(--relance-late-text)' : 'dimmed'}>
                  {format.delayShort(daysLate)}
                </Text>
              </td>
              <td data-end>{format.amount(open, currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{say(isDeclared ? 'declare.total' : 'account.total')}</td>
            <td data-end>{format.amounts(overdue)}</td>
          </tr>
        </tfoot>
      </table>
    </Stack>
  )
}
