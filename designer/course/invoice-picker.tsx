import { Button, Popover, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Invoice } from '@relance/runtime/contract/invoices'
import { IconFileInvoice, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../client/call.ts'
import { useEntity, useZone } from '../client/entity.ts'
import { useRoute } from '../client/queries.ts'
import { dateIn } from '../format/date.ts'
import { useWords } from '../i18n/words.ts'
import { useFormat } from '../ui/use-format.ts'
import { courseWords } from '../words/course.ts'
import styles from './course.module.css'
import { type Sample, typicalSample } from './sample.ts'

interface Props {
  readonly sample: Sample
  readonly onSample: (sample: Sample) => void
}

/** A typical invoice, or a real one found by its number or customer. */
export function InvoicePicker({ sample, onSample }: Props) {
  const say = useWords(courseWords)
  const { entities } = useEntity()
  const zone = useZone()
  const [opened, setOpened] = useState(false)
  const [failed, setFailed] = useState(false)
  const name = sample.id === null ? say('typical') : sample.invoice.number
  const choose = async (invoice: Invoice) => {
    setOpened(false)
    const known = entities.find(({ code }) => code === invoice.entity)
    const real = await realSample(invoice, { sample, zone: known?.zone ?? zone }).catch(() => null)
    setFailed(real === null)
    if (real !== null) onSample(real)
  }
  const returnToTypical = () => {
    setOpened(false)
    onSample(typicalSample({ today: dateIn(new Date(), zone), whatIf: sample.whatIf }))
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" width={340} trapFocus shadow="md">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileInvoice size={16} stroke={1.7} />}
          aria-label={`${say('invoice')} : ${name}`}
          onClick={() => setOpened(!opened)}
        >
          {failed ? say('unreachable') : name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Search onChoose={(invoice) => void choose(invoice)} />
          {sample.id !== null && (
            <Button size="xs" variant="subtle" onClick={returnToTypical}>
              {say('back')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

function Search({ onChoose }: { onChoose: (invoice: Invoice) => void }) {
  const say = useWords(courseWords)
  const format = useFormat()
  const { code } = useEntity()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const enabled = search.length >= 2
  const query = { search, entity: code, limit: 8, sort: 'dueDate' }
  const { data } = useRoute('invoices', { query }, { enabled, keep: true })
  const found = enabled ? data?.items.filter(({ open, type }) => open > 0 && type === 'invoice') : undefined
  return (
    <>
      <TextInput
        type="search"
        data-autofocus
        label={say('choose')}
        description={say('search-help')}
        placeholder={say('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {found?.length === 0 && (
        <Text size="sm" c="dimmed">
          {say('search-none')}
        </Text>
      )}
      {found?.map((invoice) => (
        <UnstyledButton key={invoice.id} className={styles.choice} onClick={() => onChoose(invoice)}>
          <Text size="sm" truncate>
            {invoice.number} · {invoice.debtor.name}
          </Text>
          <Text size="xs" c="dimmed">
            {format.date(invoice.dueDate)} · {format.amount(invoice.open, invoice.currency)}
          </Text>
        </UnstyledButton>
      ))}
    </>
  )
}

/** The invoice with what is known of its customer: where it is (for holidays), language, segment. */
async function realSample(
  { id, entity, number, amount, open, currency, issueDate, dueDate, debtor }: Invoice,
  { sample, zone }: { sample: Sample; zone: string },
): Promise<Sample> {
  const account = `${entity}:${debtor.code}`
  const { address, country, language, segment } = await call('debtor', { id: account })
  return {
    id,
    invoice: { number, amount, open, currency, issueDate, dueDate },
    debtor: { id: account, segment, country, language, postalCode: address.postalCode },
    zone,
    from: issueDate,
    whatIf: sample.whatIf,
  }
}
