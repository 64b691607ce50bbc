import { Button, Group, Tabs, Text } from '@mantine/core'
import { IconMail, IconMailCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { addressOf } from '../../client/call.ts'
import { useEntity } from '../../client/entity.ts'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { ListExport, ListSearch, ListToolbar, Pager } from '../../ui/list-tools.tsx'
import { Empty, ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { type ListAddress, pageSize, useListAddress } from '../../ui/use-list-address.ts'
import { messagesWords } from '../../words/messages.ts'
import { ConfirmPanel } from './confirm-panel.tsx'
import { useMessageColumns } from './message-columns.tsx'
import { MessageView } from './message-view.tsx'
import styles from './messages.module.css'

const tabs = ['confirm', 'sent', 'all'] as const
type Tab = (typeof tabs)[number]
const stateOfTab = { confirm: 'to-confirm', sent: 'sent', all: undefined } as const

/** What waits, what left, and what was really sent. */
export function Messages() {
  const say = useWords(messagesWords)
  const { code } = useEntity()
  const address = useListAddress({ usualSort: '-createdAt' })
  const tab = tabs.find((one) => one === address.get('tab')) ?? 'confirm'
  const { data: waiting } = useRoute('messages', { query: { state: 'to-confirm', entity: code, limit: 1 } })
  const count = waiting?.total ?? 0
  return (
    <Page title={say('title')} lead={waiting && (count > 0 ? say('lead-confirm', { count }) : say('lead-none'))}>
      <Tabs value={tab} onChange={(value) => address.set({ tab: value === 'confirm' ? null : value })}>
        <Tabs.List>
          {tabs.map((one) => (
            <Tabs.Tab
              key={one}
              value={one}
              rightSection={one === 'confirm' && count > 0 ? <Count value={count} /> : null}
            >
              {say(`tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <List key={`${tab}${code}`} tab={tab} address={address} />
      <Opened />
    </Page>
  )
}

function Count({ value }: { value: number }) {
  return (
    <Text span size="xs" c="dimmed" className="figure">
      {value}
    </Text>
  )
}

function List({ tab, address }: { tab: Tab; address: ListAddress }) {
  const say = useWords(messagesWords)
  const { code } = useEntity()
  const { search } = useLocation()
  const columns = useMessageColumns()
  const [selected, select] = useState<readonly string[]>([])
  const [confirming, setConfirming] = useState(false)
  const query = { search: address.search, entity: code, state: stateOfTab[tab], sort: address.sort }
  const { data, error, refetch } = useRoute(
    'messages',
    { query: { ...query, limit: pageSize, offset: address.offset } },
    { keep: true },
  )
  const chosen = data?.items.filter(({ id }) => selected.includes(id)) ?? []
  return (
    <>
      {tab === 'confirm' && selected.length > 0 ? (
        <Group className={styles.bulk} justify="space-between" gap="sm">
          <Text fw={500}>{say('bulk.selected', { count: selected.length })}</Text>
          <Group gap="sm">
            <Button variant="default" onClick={() => select([])}>
              {say('bulk.clear')}
            </Button>
            <Button leftSection={<IconMailCheck size={16} aria-hidden />} onClick={() => setConfirming(true)}>
              {say('bulk.confirm', { count: selected.length })}
            </Button>
          </Group>
        </Group>
      ) : (
        <ListToolbar
          end={<ListExport address={addressOf('messages', { query }).replace('/messages', '/messages.csv')} />}
        >
          <ListSearch address={address} placeholder={say('search')} />
        </ListToolbar>
      )}
      {error !== null && data === undefined ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={say('title')}
          columns={columns}
          rows={data?.items}
          rowId={({ id }) => id}
          address={({ id }) => `/messages/${encodeURIComponent(id)}${search}`}
          sort={address.sort}
          onSort={(sort) => address.set({ sort })}
          {...(tab === 'confirm' ? { selected, onSelect: select } : {})}
          empty={<Nothing tab={tab} />}
        />
      )}
      <Pager page={address.page} total={data?.total ?? 0} />
      <ConfirmPanel
        messages={chosen}
        opened={confirming}
        onClose={() => setConfirming(false)}
        onDone={() => {
          setConfirming(false)
          select([])
        }}
      />
    </>
  )
}

function Nothing({ tab }: { tab: Tab }) {
  const say = useWords(messagesWords)
  return (
    <Empty
      icon={<IconMail size={32} stroke={1.4} />}
      title={say(`empty.${tab}`)}
      help={say(tab === 'sent' ? 'empty.sent-help' : 'empty.confirm-help')}
    >
      <Button variant="default" component={Link} to="/scenarios">
        {say('empty.action')}
      </Button>
    </Empty>
  )
}

/** The message named by the address, beside the list. */
function Opened() {
  const say = useWords(messagesWords)
  const { id } = useParams()
  const { search } = useLocation()
  const navigate = useNavigate()
  const close = () => void navigate(`/messages${search}`)
  return (
    <SidePanel opened={id !== undefined} onClose={close} title={say('preview.frame')} size={760}>
      {id !== undefined && <MessageView key={id} id={id} onDone={close} />}
    </SidePanel>
  )
}
