import { useMediaQuery } from '@mantine/hooks'
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
import { CardList } from './card-list.tsx'
import { narrow } from './narrow.ts'
import styles from './table.module.css'
import type { Column } from './table-column.ts'
import { ColumnHeading, SelectAll } from './table-head.tsx'
import { TableRow } from './table-row.tsx'
import { TableSkeleton } from './table-skeleton.tsx'
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
                <ColumnHeading key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
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
                  <TableRow
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
