import {
  ActionIcon,
  Button,
  Checkbox,
  CloseButton,
  Group,
  Menu,
  Select,
  Stack,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core'
import { useDebouncedCallback, useHotkeys, useLocalStorage } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight, IconColumns3, IconDownload, IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useWords } from '../i18n/words.ts'
import { commonWords } from '../words/common.ts'
import type { Column } from './table-column.ts'
import { useFormat } from './use-format.ts'
import { type ListAddress, pageSize } from './use-list-address.ts'

/** The search field of a list: `/` reaches it, the address follows what is typed. */
export function ListSearch({ address, placeholder }: { address: ListAddress; placeholder?: string }) {
  const say = useWords(commonWords)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(address.search)
  const apply = useDebouncedCallback((search: string) => address.set({ search }), 250)
  useHotkeys([['/', () => field.current?.focus()]])
  useEffect(() => setTyped(address.search), [address.search])
  const change = (search: string) => {
    setTyped(search)
    apply(search)
  }
  return (
    <TextInput
      ref={field}
      type="search"
      w={{ base: '100%', sm: 280 }}
      value={typed}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      placeholder={placeholder ?? say('table.search')}
      aria-label={placeholder ?? say('table.search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed === '' ? null : <CloseButton size="sm" onClick={() => change('')} aria-label={say('action.clear')} />
      }
    />
  )
}

interface FilterProps {
  readonly address: ListAddress
  readonly name: string
  readonly label: string
  readonly all: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

/** One filter of a list, kept in the address under `name`. */
export function ListFilter({ address, name, label, all, choices }: FilterProps) {
  return (
    <Select
      w={{ base: 'calc(50% - 4px)', sm: 168 }}
      aria-label={label}
      placeholder={all}
      clearable
      data={[...choices]}
      value={address.get(name) ?? null}
      onChange={(value) => address.set({ [name]: value })}
    />
  )
}

/** Columns put away by this browser, per list. */
export function useHiddenColumns(list: string, { usual = [] }: { usual?: readonly string[] } = {}) {
  return useLocalStorage<readonly string[]>({
    key: `relance.columns.${list}`,
    defaultValue: usual,
    getInitialValueInEffect: false,
  })
}

interface ColumnChoiceProps<T> {
  readonly columns: readonly Column<T>[]
  readonly hidden: readonly string[]
  readonly onChange: (hidden: string[]) => void
}

export function ColumnChoice<T>({ columns, hidden, onChange }: ColumnChoiceProps<T>) {
  const say = useWords(commonWords)
  return (
    <Menu closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />} visibleFrom="sm">
          {say('table.columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Stack gap="sm" p="sm">
          {columns.slice(1).map(({ id, header }) => (
            <Checkbox
              key={id}
              size="xs"
              label={header}
              checked={!hidden.includes(id)}
              onChange={({ currentTarget }) =>
                onChange(currentTarget.checked ? hidden.filter((one) => one !== id) : [...hidden, id])
              }
            />
          ))}
        </Stack>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Downloads every row that the filters keep, from the server. */
export function ListExport({ address }: { address: string }) {
  const say = useWords(commonWords)
  return (
    <Tooltip label={say('table.export')}>
      <ActionIcon
        component="a"
        href={address}
        download
        size={36}
        variant="default"
        visibleFrom="sm"
        aria-label={say('table.export')}
      >
        <IconDownload size={16} />
      </ActionIcon>
    </Tooltip>
  )
}

export function ListToolbar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <Group justify="space-between" gap="sm" className="no-print">
      <Group gap="sm" flex={1}>
        {children}
      </Group>
      <Group gap="sm">{end}</Group>
    </Group>
  )
}

/** « 51 à 100 sur 2 318 », with the previous and next page. */
export function Pager({ page, total }: { page: number; total: number }) {
  const say = useWords(commonWords)
  const format = useFormat()
  const [, setParameters] = useSearchParams()
  const to = Math.min(page * pageSize, total)
  if (total === 0) return null
  const go = (next: number) => {
    setParameters((before) => {
      const after = new URLSearchParams(before)
      if (next > 1) after.set('page', String(next))
      else after.delete('page')
      return after
    })
    scrollTo({ top: 0 })
  }
  return (
    <Group justify="flex-end" gap="sm">
      <Text size="sm" c="dimmed" className="figure" aria-live="polite">
        {say('table.range', {
          from: format.number((page - 1) * pageSize + 1),
          to: format.number(to),
          total: format.number(total),
        })}
      </Text>
      <Group gap={4} className="no-print">
        <ActionIcon
          variant="default"
          disabled={page <= 1}
          onClick={() => go(page - 1)}
          aria-label={say('table.previous')}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          disabled={to >= total}
          onClick={() => go(page + 1)}
          aria-label={say('table.next')}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
    </Group>
  )
}
