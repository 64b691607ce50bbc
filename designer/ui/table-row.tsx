import { Checkbox } from '@mantine/core'
import { Link, useNavigate } from 'react-router'
import { useWords } from '../i18n/words.ts'
import { commonWords } from '../words/common.ts'
import styles from './table.module.css'
import type { Column } from './table-column.ts'

interface TableRowProps<T> {
  readonly id: string
  readonly row: T
  readonly columns: readonly Column<T>[]
  readonly address: string
  readonly isSelected: boolean
  readonly toggle: ((id: string) => void) | undefined
}

/** One object: a click anywhere opens it, its link is what keys reach. */
export function TableRow<T>({ id, row, columns, address, isSelected, toggle }: TableRowProps<T>) {
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
