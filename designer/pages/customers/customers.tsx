import { Text } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { IconUsers } from '@tabler/icons-react'
import { useMemo } from 'react'
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
import { SegmentName, useSegmentChoices } from '../../ui/states.tsx'
import type { Column } from '../../ui/table-column.ts'
import { useFormat } from '../../ui/use-format.ts'
import { pageSize, useListAddress } from '../../ui/use-list-address.ts'
import { commonWords } from '../../words/common.ts'
import { customersWords } from '../../words/customers.ts'

export function Customers() {
  const say = useWords(customersWords)
  const sayCommon = useWords(commonWords)
  const { code } = useEntity()
  const address = useListAddress({ usualSort: '-overdue' })
  const columns = useColumns()
  const segments = useSegmentChoices()
  const [hidden, hide] = useHiddenColumns('customers', { usual: ['code', 'city'] })
  const segment = segments.find(({ value }) => value === address.get('segment'))?.value
  const query = { search: address.search, entity: code, segment, sort: address.sort }
  const { data, error, refetch } = useRoute(
    'debtors',
    { query: { ...query, limit: pageSize, offset: address.offset } },
    { keep: true },
  )
  return (
    <Page title={say('title')} lead={data && say('lead', { count: data.total })}>
      <ListToolbar
        end={
          <>
            <ColumnChoice columns={columns} hidden={hidden} onChange={hide} />
            <ListExport address={addressOf('debtors', { query }).replace('/debtors', '/debtors.csv')} />
          </>
        }
      >
        <ListSearch address={address} placeholder={say('search')} />
        <ListFilter
          address={address}
          name="segment"
          label={sayCommon('filter.segment')}
          all={sayCommon('filter.all-segments')}
          choices={segments}
        />
      </ListToolbar>
      {error !== null && data === undefined ? (
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      ) : (
        <DataTable
          label={say('title')}
          columns={columns}
          hidden={hidden}
          rows={data?.items}
          rowId={({ id }) => id}
          address={({ id }) => `/customers/${encodeURIComponent(id)}`}
          sort={address.sort}
          onSort={(sort) => address.set({ sort })}
          empty={
            <EmptyList
              address={address}
              icon={<IconUsers size={32} stroke={1.4} />}
              words={{ title: say('empty'), help: say('empty-help'), action: say('empty-action') }}
            />
          }
        />
      )}
      <Pager page={address.page} total={data?.total ?? 0} />
    </Page>
  )
}

function useColumns(): readonly Column<Debtor>[] {
  const say = useWords(customersWords)
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'name',
        header: say('column.name'),
        cell: ({ name }) => name,
        text: ({ name }) => name,
        sort: 'name',
        card: 'title',
      },
      { id: 'code', header: say('column.code'), cell: ({ code }) => code, sort: 'code' },
      {
        id: 'segment',
        header: say('column.segment'),
        cell: ({ segment }) => <SegmentName segment={segment} />,
        card: 'line',
      },
      { id: 'city', header: say('column.city'), cell: ({ address }) => address.city },
      { id: 'collector', header: say('column.collector'), cell: ({ collector }) => collector },
      {
        id: 'overdue',
        header: say('column.overdue'),
        cell: ({ overdue }) => <Overdue amounts={overdue} />,
        sort: 'overdue',
        align: 'right',
        card: 'foot',
      },
      {
        id: 'open',
        header: say('column.open'),
        cell: ({ open }) => format.amounts(open),
        sort: 'open',
        align: 'right',
        card: 'end',
      },
    ],
    [say, format],
  )
}

/** What is overdue, in its colour and words; nothing where nothing is. */
function Overdue({ amounts }: { amounts: Debtor['overdue'] }) {
  const say = useWords(customersWords)
  const format = useFormat()
  if (!Object.values(amounts).some((minor) => minor > 0)) return null
  return (
    <Text span inherit c="var(--relance-late-text)" title={say('overdue')}>
      {format.amounts(amounts)}
    </Text>
  )
}
