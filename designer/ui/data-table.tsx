import { Checkbox } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import {
  type ColumnDef,
  columnVisibilityFeature,
  type RowData,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { type ReactNode, useMemo, useRef } from 'react'
import { Link, useNavigate } from 'react-router'
import { useWords } from '../i18n/words.ts'
import { commonWords } from '../words/common.ts'
import { CardList } from './card-list.tsx'
import { narrow } from './narrow.ts'
import styles from './table.module.css'
import type { Column } from './table-column.ts'
import { TableSkeleton } from './table-skeleton.tsx'
import { turned } from './use-list-address.ts'
import { useRowKeys } from './use-row-keys.ts'

export { narrow }

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature })

export interface DataTableProps<T extends RowData> {
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly hidden?: readonly string[]
  /** Undefined while they load. */
  readonly rows: readonly T[] | undefined
  readonly rowId: (row: T) => string
  /** The address of a row's object. */
  readonly address: (row: T) => string
  readonly sort?: string
  readonly onSort?: (sort: string) => void
  readonly selected?: readonly string[]
  readonly onSelect?: (ids: readonly string[]) => void
  /** Shown instead of rows when there are none. */
  readonly empty: ReactNode
}

/** A list of objects: a table with sorting, selection and keys; cards on a phone. */
export function DataTable<T extends RowData>(props: DataTableProps<T>) {
  const { label, columns, hidden = [], rows, rowId, selected = [], onSelect, empty } = props
  const isNarrow = useMediaQuery(narrow, false, { getInitialValueInEffect: false })
  const frame = useRef<HTMLDivElement>(null)
  const rowSelection = Object.fromEntries(selected.map((id) => [id, true as const]))
  const table = useTable({
    features,
    columns: useMemo(() => columns.map((column) => columnDefinition(column)), [columns]),
    data: (rows as T[] | undefined) ?? none,
    getRowId: rowId,
    state: { rowSelection, columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])) },
    onRowSelectionChange: (change) => {
      const after: RowSelectionState = typeof change === 'function' ? change(rowSelection) : change
      onSelect?.(Object.keys(after).filter((id) => after[id]))
    },
  })
  const toggle = (id: string) =>
    onSelect?.(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id])
  useRowKeys(frame, { toggle })
  if (rows !== undefined && rows.length === 0) return <div className={styles.frame}>{empty}</div>
  if (isNarrow) return <CardList {...props} toggle={toggle} frame={frame} />
  const shown = table.getVisibleLeafColumns().flatMap(({ id }) => columns.find((column) => column.id === id) ?? [])
  return (
    <div className={styles.frame} ref={frame}>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              {onSelect !== undefined && (
                <SelectAll
                  all={table.getIsAllRowsSelected()}
                  some={table.getIsSomeRowsSelected()}
                  onToggle={(all) => table.toggleAllRowsSelected(all)}
                />
              )}
              {shown.map((column) => (
                <Heading key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows === undefined ? (
              <TableSkeleton columns={shown.length + (onSelect === undefined ? 0 : 1)} />
            ) : (
              table
                .getRowModel()
                .rows.map(({ id, original }) => (
                  <Row
                    key={id}
                    id={id}
                    row={original}
                    columns={shown}
                    address={props.address(original)}
                    isSelected={selected.includes(id)}
                    toggle={onSelect === undefined ? undefined : toggle}
                  />
                ))
            )}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const none: never[] = []

function columnDefinition<T extends RowData>({ id, header }: Column<T>): ColumnDef<typeof features, T> {
  return { id, header }
}

function SelectAll({ all, some, onToggle }: { all: boolean; some: boolean; onToggle: (all: boolean) => void }) {
  const say = useWords(commonWords)
  return (
    <th scope="col" style={{ width: 44 }}>
      <Checkbox
        size="xs"
        checked={all}
        indeterminate={some && !all}
        onChange={() => onToggle(!all)}
        aria-label={say('table.select-all')}
      />
    </th>
  )
}

interface HeadingProps<T> {
  readonly column: Column<T>
  readonly sort: string | undefined
  readonly onSort: ((sort: string) => void) | undefined
}

function Heading<T>({ column, sort, onSort }: HeadingProps<T>) {
  const say = useWords(commonWords)
  const field = column.sort
  const active = field !== undefined && (sort === field || sort === `-${field}`)
  const descending = sort === `-${field}`
  return (
    <th
      scope="col"
      data-align={column.align}
      style={{ width: column.width }}
      aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}
    >
      {field === undefined || onSort === undefined ? (
        column.header
      ) : (
        <button
          type="button"
          className={styles.sort}
          data-active={active || undefined}
          onClick={() => onSort(turned(sort ?? '', field))}
          title={say('table.sort', { what: column.header })}
        >
          {column.header}
          {active && (descending ? <IconArrowDown size={12} aria-hidden /> : <IconArrowUp size={12} aria-hidden />)}
        </button>
      )}
    </th>
  )
}

interface RowProps<T> {
  readonly id: string
  readonly row: T
  readonly columns: readonly Column<T>[]
  readonly address: string
  readonly isSelected: boolean
  readonly toggle: ((id: string) => void) | undefined
}

function Row<T>({ id, row, columns, address, isSelected, toggle }: RowProps<T>) {
  const say = useWords(commonWords)
  const navigate = useNavigate()
  return (
    <tr
      className={styles.row}
      data-selected={isSelected || undefined}
      data-row={id}
      onClick={({ target }) => {
        const control = (target as HTMLElement).closest('a, button, input, label')
        if (control === null && getSelection()?.isCollapsed !== false) void navigate(address)
      }}
    >
      {toggle !== undefined && (
        <td>
          <Checkbox
            size="xs"
            checked={isSelected}
            onChange={() => toggle(id)}
            aria-label={say('table.select', { what: columns[0]?.text?.(row) ?? id })}
          />
        </td>
      )}
      {columns.map((column, at) => (
        <td key={column.id} data-align={column.align}>
          {at === 0 ? (
            <Link to={address} className={styles.link} data-row-link>
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  )
}
