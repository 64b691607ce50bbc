import '../theme/all-components.ts'
import '@mantine/spotlight/styles.css'
import { Kbd, Text, useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, spotlight } from '@mantine/spotlight'
import {
  IconBolt,
  IconCoinEuro,
  IconFileInvoice,
  IconFileUpload,
  IconLanguage,
  IconMoon,
  IconRoute,
  IconSearch,
  IconUsers,
} from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useEntity } from '../client/entity.ts'
import { useRoute } from '../client/queries.ts'
import { matches } from '../format/match.ts'
import { changeLocale } from '../i18n/i18n.ts'
import { useLocale, useWords } from '../i18n/words.ts'
import { useOffers } from '../ui/offered-commands.ts'
import { useFormat } from '../ui/use-format.ts'
import { shellWords } from '../words/shell.ts'
import { places } from './places.ts'

interface Command {
  readonly id: string
  readonly label: string
  readonly description?: string
  readonly icon: ReactNode
  readonly shortcut?: string
  readonly run: () => void
}

/** Time that the panel takes to close. */
const closingMs = 220

/** Pages, customers, invoices, scenarios and actions from one field. `asked` grows with each wish to open it. */
export function Commands({ asked }: { asked: number }) {
  const say = useWords(shellWords)
  const [query, setQuery] = useState('')
  const groups = useCommands(query)
  useEffect(() => {
    if (asked > 0) spotlight.open()
  }, [asked])
  const shown = groups.filter(({ commands }) => commands.length > 0)
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={440}
      size={560}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
    >
      <Spotlight.Search
        placeholder={say('search.placeholder')}
        aria-label={say('search.open')}
        leftSection={<IconSearch size={18} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        {shown.map(({ name, commands }) => (
          <Spotlight.ActionsGroup key={name} label={name}>
            {commands.map(({ id, label, description, icon, shortcut, run }) => (
              <Spotlight.Action
                key={id}
                label={label}
                description={description}
                leftSection={icon}
                rightSection={shortcut === undefined ? undefined : <Kbd size="xs">{shortcut}</Kbd>}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length === 0 && (
          <Spotlight.Empty>
            <Text size="sm">{say('search.none')}</Text>
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function useCommands(query: string): { name: string; commands: Command[] }[] {
  const say = useWords(shellWords)
  const found = useFound(query)
  const fixed = useFixed()
  const fits = ({ label }: Command) => matches(label, query)
  return [
    ...useOffered().map(({ name, commands }) => ({ name, commands: commands.filter(fits) })),
    { name: say('search.pages'), commands: fixed.pages.filter(fits) },
    { name: say('search.customers'), commands: found.customers },
    { name: say('search.invoices'), commands: found.invoices },
    { name: say('search.scenarios'), commands: found.scenarios.filter(fits) },
    { name: say('search.actions'), commands: fixed.actions.filter(fits) },
  ]
}

/** What the open page can do, before anything else. */
function useOffered(): { name: string; commands: Command[] }[] {
  return useOffers().map(({ group, list }) => ({
    name: group,
    commands: list().map((command) => ({
      ...command,
      icon: <IconBolt size={18} stroke={1.6} />,
      // Once this panel is gone and the keyboard is back on the page.
      run: () => setTimeout(command.run, closingMs),
    })),
  }))
}

function useFixed(): { pages: Command[]; actions: Command[] } {
  const say = useWords(shellWords)
  const navigate = useNavigate()
  const locale = useLocale()
  const { toggleColorScheme } = useMantineColorScheme()
  const go = (path: string) => () => void navigate(path)
  return {
    pages: places.map(({ page, path, icon: Icon }) => ({
      id: path,
      label: say(`page.${page}`),
      icon: <Icon size={18} stroke={1.6} />,
      run: go(path),
    })),
    actions: [
      { id: 'pay', label: say('action.payment'), icon: <IconCoinEuro size={18} stroke={1.6} />, run: go('/payments') },
      {
        id: 'import',
        label: say('action.import'),
        icon: <IconFileUpload size={18} stroke={1.6} />,
        run: go('/import'),
      },
      { id: 'theme', label: say('action.theme'), icon: <IconMoon size={18} stroke={1.6} />, run: toggleColorScheme },
      {
        id: 'language',
        label: say('action.language'),
        icon: <IconLanguage size={18} stroke={1.6} />,
        run: () => changeLocale(locale === 'fr' ? 'en' : 'fr'),
      },
    ],
  }
}

/** What the server finds from two letters on. */
function useFound(query: string): Record<'customers' | 'invoices' | 'scenarios', Command[]> {
  const navigate = useNavigate()
  const format = useFormat()
  const { code } = useEntity()
  const [search] = useDebouncedValue(query.trim(), 150)
  const enabled = search.length >= 2
  // Those that owe come first: they are whom people look for.
  const asked = { query: { search, entity: code, limit: 5, sort: '-open' } }
  const debtors = useRoute('debtors', asked, { enabled, keep: true })
  const invoices = useRoute('invoices', asked, { enabled, keep: true })
  const scenarios = useRoute('scenarios', {})
  const go = (path: string) => () => void navigate(path)
  return {
    customers: (enabled ? (debtors.data?.items ?? []) : []).map(({ id, name, code: number, open }) => ({
      id,
      label: name,
      description: `${number} · ${format.amounts(open)}`,
      icon: <IconUsers size={18} stroke={1.6} />,
      run: go(`/customers/${encodeURIComponent(id)}`),
    })),
    invoices: (enabled ? (invoices.data?.items ?? []) : []).map(({ id, number, debtor, open, currency }) => ({
      id,
      label: number,
      description: `${debtor.name} · ${format.amount(open, currency)}`,
      icon: <IconFileInvoice size={18} stroke={1.6} />,
      run: go(`/invoices/${encodeURIComponent(id)}`),
    })),
    scenarios: (scenarios.data?.items ?? []).map(({ id, name }) => ({
      id,
      label: name,
      icon: <IconRoute size={18} stroke={1.6} />,
      run: go(`/scenarios/${encodeURIComponent(id)}`),
    })),
  }
}
