import { Button } from '@mantine/core'
import { IconFileInvoice, IconX } from '@tabler/icons-react'
import { Link } from 'react-router'
import { addressOf } from '../../client/call.ts'
import { useEntity } from '../../client/entity.ts'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyList } from '../../ui/empty-list.tsx'
import {
  ColumnChoice,
  ListExport,
  ListFilter,
  ListSearch,
  ListToolbar,
  Pager,
  useHiddenColumns,
} from '../../ui/list-tools.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { invoiceStates, useSegmentChoices } from '../../ui/states.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { type ListAddress, pageSize, useListAddress } from '../../ui/use-list-address.ts'
import { commonWords } from '../../words/common.ts'
import { invoicesWords } from '../../words/invoices.ts'
import { useInvoiceColumns, usuallyHidden } from './invoice-columns.tsx'

export function Invoices() {
  const say = useWords(invoicesWords)
  const format = useFormat()
  const address = useListAddress({ usualSort: 'dueDate' })
  const columns = useInvoiceColumns()
  const [hidden, hide] = useHiddenColumns('invoices', { usual: usuallyHidden })
  const query = useQuery(address)
  const { data, error, refetch } = useRoute(
    'invoices',
    { query: { ...query, limit: pageSize, offset: address.offset } },
    { keep: true },
  )
  return (
    <Page
      title={say('title')}
      lead={data && say('lead', { count: data.total, open: format.amounts(data.open) })}
      actions={
        <Button component={Link} to="/payments">
          {say('action.pay')}
        </Button>
      }
    >
      <Filters address={address}>
        <ColumnChoice columns={columns} hidden={hidden} onChange={hide} />
        <ListExport address={addressOf('invoices', { query }).replace('/invoices', '/invoices.csv')} />
      </Filters>
      {error !== null && data === undefined ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={say('title')}
          columns={columns}
          hidden={hidden}
          rows={data?.items}
          rowId={({ id }) => id}
          address={({ id }) => `/invoices/${encodeURIComponent(id)}`}
          sort={address.sort}
          onSort={(sort) => address.set({ sort })}
          empty={
            <EmptyList
              address={address}
              icon={<IconFileInvoice size={32} stroke={1.4} />}
              words={{ title: say('empty'), help: say('empty-help'), action: say('empty-action') }}
            />
          }
        />
      )}
      <Pager page={address.page} total={data?.total ?? 0} />
    </Page>
  )
}

function useQuery({ search, get, sort }: ListAddress) {
  const { code } = useEntity()
  return {
    search,
    entity: code,
    state: get('state') as (typeof invoiceStates)[number] | undefined,
    segment: get('segment') as 'tpe' | undefined,
    scenario: get('scenario'),
    step: get('step'),
    sort,
  }
}

function Filters({ address, children }: { address: ListAddress; children: React.ReactNode }) {
  const say = useWords(invoicesWords)
  const sayCommon = useWords(commonWords)
  const segments = useSegmentChoices()
  const { data } = useRoute('scenarios', {})
  return (
    <ListToolbar end={children}>
      <ListSearch address={address} placeholder={say('search')} />
      <ListFilter
        address={address}
        name="state"
        label={sayCommon('filter.state')}
        all={sayCommon('filter.all-states')}
        choices={invoiceStates.map((value) => ({ value, label: sayCommon(`state.${value}`) }))}
      />
      <ListFilter
        address={address}
        name="segment"
        label={sayCommon('filter.segment')}
        all={sayCommon('filter.all-segments')}
        choices={segments}
      />
      <ListFilter
        address={address}
        name="scenario"
        label={sayCommon('filter.scenario')}
        all={sayCommon('filter.all-scenarios')}
        choices={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {address.get('step') !== undefined && (
        <Button variant="light" rightSection={<IconX size={14} />} onClick={() => address.set({ step: null })}>
          {say('one-step')}
        </Button>
      )}
    </ListToolbar>
  )
}
