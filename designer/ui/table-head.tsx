import { Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useWords } from '../i18n/words.ts'
import { commonWords } from '../words/common.ts'
import styles from './table.module.css'
import type { Column } from './table-column.ts'
import { turned } from './use-list-address.ts'

/** Ticks or clears the whole page of rows. */
export function SelectAll({ all, some, onToggle }: { all: boolean; some: boolean; onToggle: (all: boolean) => void }) {
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

interface ColumnHeadingProps<T> {
  readonly column: Column<T>
  readonly sort: string | undefined
  readonly onSort: ((sort: string) => void) | undefined
}

/** A column's name; a click sorts by it, a second one turns it round. */
export function ColumnHeading<T>({ column, sort, onSort }: ColumnHeadingProps<T>) {
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
