import { Button, Group, Paper, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Invoice } from '@relance/runtime/contract/invoices'
import { IconCircleCheck, IconCoinEuro, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useEntity } from '../../client/entity.ts'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { Empty, ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { InvoiceState } from '../../ui/states.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { paymentsWords } from '../../words/payments.ts'
import { PaymentForm, type Received } from './payment-form.tsx'
import styles from './payments.module.css'

/** Find the invoice, enter what came, see that its reminders have stopped. */
export function Payments() {
  const say = useWords(paymentsWords)
  const [parameters, setParameters] = useSearchParams()
  const [received, setReceived] = useState<Received | null>(null)
  const chosen = parameters.get('invoice')
  const choose = (id: string | null) => {
    setReceived(null)
    setParameters(id === null ? {} : { invoice: id })
  }
  return (
    <Page title={say('title')} lead={say('lead')}>
      <div className={styles.narrow}>
        {received !== null ? (
          <Done received={received} onNext={() => choose(null)} />
        ) : chosen === null ? (
          <Search onChoose={choose} />
        ) : (
          <Entry id={chosen} onChange={() => choose(null)} onDone={setReceived} />
        )}
      </div>
    </Page>
  )
}

function Search({ onChoose }: { onChoose: (id: string) => void }) {
  const say = useWords(paymentsWords)
  const { code } = useEntity()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const enabled = search.length >= 2
  const { data, error } = useRoute(
    'invoices',
    { query: { search, entity: code, limit: 20, sort: 'dueDate' } },
    { enabled, keep: true },
  )
  const open = enabled ? data?.items.filter(({ open, type }) => open > 0 && type === 'invoice') : undefined
  return (
    <Stack gap="md">
      <TextInput
        type="search"
        size="md"
        autoFocus
        label={say('search')}
        description={say('search-help')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        onKeyDown={({ key }) => {
          if (key === 'Enter' && open?.length === 1) onChoose(open[0]!.id)
        }}
      />
      {error !== null && <ProblemNotice problem={error} />}
      {open !== undefined && open.length === 0 && (
        <Empty icon={<IconCoinEuro size={32} stroke={1.4} />} title={say('found-none')} help={say('found-none-help')} />
      )}
      {open !== undefined && open.length > 0 && (
        <Paper withBorder className={styles.list}>
          {open.map((invoice) => (
            <Choice key={invoice.id} invoice={invoice} onChoose={onChoose} />
          ))}
        </Paper>
      )}
    </Stack>
  )
}

function Choice({ invoice, onChoose }: { invoice: Invoice; onChoose: (id: string) => void }) {
  const format = useFormat()
  const { id, number, debtor, dueDate, open, currency, state } = invoice
  return (
    <UnstyledButton className={styles.choice} onClick={() => onChoose(id)}>
      <Stack gap={2} miw={0}>
        <Text fw={500} truncate>
          {number} · {debtor.name}
        </Text>
        <Group gap="sm">
          <InvoiceState state={state} plain />
          <Text size="xs" c="dimmed">
            {format.date(dueDate)}
          </Text>
        </Group>
      </Stack>
      <Text fw={600} className="figure" style={{ whiteSpace: 'nowrap' }}>
        {format.amount(open, currency)}
      </Text>
    </UnstyledButton>
  )
}

interface EntryProps {
  readonly id: string
  readonly onChange: () => void
  readonly onDone: (received: Received) => void
}

function Entry({ id, onChange, onDone }: EntryProps) {
  const say = useWords(paymentsWords)
  const { data: invoice, error } = useRoute('invoice', { id })
  if (error !== null) return <ProblemNotice problem={error} />
  if (invoice === undefined) return null
  return (
    <Paper withBorder p="xl">
      <Stack gap="lg">
        <Group justify="space-between" align="flex-start">
          <Stack gap={2}>
            <Title order={2}>{say('form.title', { number: invoice.number })}</Title>
            <Text c="dimmed">{invoice.debtor.name}</Text>
          </Stack>
          <Button variant="subtle" onClick={onChange}>
            {say('form.change')}
          </Button>
        </Group>
        <PaymentForm key={invoice.id} invoice={invoice} onDone={onDone} />
      </Stack>
    </Paper>
  )
}

function Done({ received: { amount, invoice }, onNext }: { received: Received; onNext: () => void }) {
  const say = useWords(paymentsWords)
  const format = useFormat()
  const which = invoice.open === 0 ? 'full' : 'partial'
  const values = {
    number: invoice.number,
    amount: format.amount(amount, invoice.currency),
    rest: format.amount(invoice.open, invoice.currency),
  }
  return (
    <Paper withBorder p="xl" role="status">
      <Stack gap="md" align="flex-start">
        <IconCircleCheck size={32} color="var(--relance-paid-text)" aria-hidden />
        <Title order={2}>{say(`done.${which}`)}</Title>
        <Text>{say(`done.${which}-help`, values)}</Text>
        <Group>
          <Button onClick={onNext} autoFocus>
            {say('done.next')}
          </Button>
          <Button variant="default" component={Link} to={`/invoices/${encodeURIComponent(invoice.id)}`}>
            {say('done.open')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
