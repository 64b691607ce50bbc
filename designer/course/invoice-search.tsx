import { Text, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Invoice } from '@relance/runtime/contract/invoices'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useEntity } from '../client/entity.ts'
import { useRoute } from '../client/queries.ts'
import { useWords } from '../i18n/words.ts'
import { useFormat } from '../ui/use-format.ts'
import { courseWords } from '../words/course.ts'
import styles from './course.module.css'

/** Finds an open invoice by its number or customer. */
export function InvoiceSearch({ onChoose }: { onChoose: (invoice: Invoice) => void }) {
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
