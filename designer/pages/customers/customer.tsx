import { Anchor, Button, Group, Skeleton, Stack, Title } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { IconBan, IconChevronLeft, IconFileInvoice, IconMail, IconPlayerPause } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Empty, ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { type Restraining, RestrainPanel } from '../../ui/restrain-panel.tsx'
import { RestraintBanners } from '../../ui/restraint-banners.tsx'
import { SegmentName } from '../../ui/states.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { customersWords } from '../../words/customers.ts'
import { restraintsWords } from '../../words/restraints.ts'
import { useInvoiceColumns, usuallyHidden } from '../invoices/invoice-columns.tsx'
import { useMessageColumns } from '../messages/message-columns.tsx'
import { Account } from './account.tsx'
import { AccountActions } from './account-actions.tsx'
import { Contacts } from './contacts.tsx'
import { CustomerHistory } from './customer-history.tsx'
import { ElsewhereBanners } from './elsewhere-banners.tsx'
import { InsolvencyBanner } from './insolvency-banner.tsx'

/** One account: what it owes, whom to talk to, what was said. */
export function Customer() {
  const say = useWords(customersWords)
  const { id = '' } = useParams()
  const { data: debtor, error, refetch } = useRoute('debtor', { id })
  if (debtor === undefined) {
    return (
      <Page title={say('one')}>
        {error === null ? (
          <Skeleton height={400} aria-hidden />
        ) : (
          <ProblemNotice problem={error} onRetry={() => void refetch()} />
        )}
      </Page>
    )
  }
  return <Loaded debtor={debtor} />
}

function Loaded({ debtor }: { debtor: Debtor }) {
  const say = useWords(customersWords)
  const [asked, setAsked] = useState<Restraining | null>(null)
  const { data } = useRoute('restraints', { query: { debtor: debtor.id } })
  const own = (data?.items ?? []).filter(({ scope }) => scope === 'debtor' || scope === 'contact')
  return (
    <Page
      before={
        <Anchor component={Link} to="/customers" size="sm" c="dimmed" className="no-print" w="fit-content">
          <IconChevronLeft size={14} style={{ verticalAlign: '-2px' }} aria-hidden /> {say('back')}
        </Anchor>
      }
      title={debtor.name}
      lead={
        <>
          <SegmentName segment={debtor.segment} /> · {debtor.code}
        </>
      }
      actions={
        <>
          <CustomerActions debtor={debtor} onAsk={setAsked} />
          <AccountActions debtor={debtor} />
        </>
      }
    >
      <RestrainPanel asked={asked} onClose={() => setAsked(null)} />
      <RestraintBanners restraints={own} />
      <InsolvencyBanner debtor={debtor} />
      <ElsewhereBanners debtor={debtor} />
      {debtor.excluded && (
        <Banner meaning="gray" icon={IconBan} title={say('excluded')}>
          {say('excluded-help')}
        </Banner>
      )}
      <TwoColumns
        main={
          <Stack gap="xl">
            <OpenItems debtor={debtor} />
            <SentMessages debtor={debtor} />
          </Stack>
        }
        side={
          <>
            <Account debtor={debtor} />
            <Contacts
              contacts={debtor.contacts}
              onExclude={({ role, name }) =>
                setAsked({ what: 'exclusion.contact', target: debtor.id, role, label: name })
              }
            />
            <CustomerHistory debtor={debtor} />
          </>
        }
      />
    </Page>
  )
}

function CustomerActions({ debtor, onAsk }: { debtor: Debtor; onAsk: (asked: Restraining) => void }) {
  const say = useWords(restraintsWords)
  const ask = (what: 'hold.debtor' | 'exclusion.debtor') => onAsk({ what, target: debtor.id, label: debtor.name })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPlayerPause size={16} aria-hidden />}
        onClick={() => ask('hold.debtor')}
      >
        {say('hold.debtor-action')}
      </Button>
      <Button variant="default" leftSection={<IconBan size={16} aria-hidden />} onClick={() => ask('exclusion.debtor')}>
        {say('exclusion.debtor-action')}
      </Button>
    </>
  )
}

function Section({ title, to, children }: { title: string; to: string; children: ReactNode }) {
  const say = useWords(customersWords)
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2}>{title}</Title>
        <Anchor component={Link} to={to} size="sm" className="no-print">
          {say('all')}
        </Anchor>
      </Group>
      {children}
    </Stack>
  )
}

function OpenItems({ debtor }: { debtor: Debtor }) {
  const say = useWords(customersWords)
  const columns = useInvoiceColumns({ own: true })
  const { data, error } = useRoute('invoices', { query: { debtor: debtor.id, limit: 100, sort: 'dueDate' } })
  return (
    <Section title={say('items')} to={`/invoices?search=${encodeURIComponent(debtor.name)}`}>
      {error !== null ? (
        <ProblemNotice problem={error} />
      ) : (
        <DataTable
          label={say('items')}
          columns={columns}
          hidden={[...usuallyHidden, 'next']}
          rows={data?.items.filter(({ open }) => open !== 0)}
          rowId={({ id }) => id}
          address={({ id }) => `/invoices/${encodeURIComponent(id)}`}
          empty={
            <Empty
              icon={<IconFileInvoice size={28} stroke={1.4} />}
              title={say('items.none')}
              help={say('items.none-help')}
            />
          }
        />
      )}
    </Section>
  )
}

function SentMessages({ debtor }: { debtor: Debtor }) {
  const say = useWords(customersWords)
  const columns = useMessageColumns({ own: true })
  const { data, error } = useRoute('messages', { query: { debtor: debtor.id, limit: 20 } })
  return (
    <Section title={say('messages')} to={`/messages?tab=all&search=${encodeURIComponent(debtor.name)}`}>
      {error !== null ? (
        <ProblemNotice problem={error} />
      ) : (
        <DataTable
          label={say('messages')}
          columns={columns}
          hidden={['invoices']}
          rows={data?.items}
          rowId={({ id }) => id}
          address={({ id }) => `/messages/${encodeURIComponent(id)}?tab=all`}
          empty={
            <Empty
              icon={<IconMail size={28} stroke={1.4} />}
              title={say('messages.none')}
              help={say('messages.none-help')}
            />
          }
        />
      )}
    </Section>
  )
}
