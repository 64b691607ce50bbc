import { Checkbox, Group, Stack, Text } from '@mantine/core'
import type { RefObject } from 'react'
import { Link } from 'react-router'
import { useWords } from '../i18n/words.ts'
import { commonWords } from '../words/common.ts'
import styles from './table.module.css'
import type { Column } from './table-column.ts'

interface CardListProps<T> {
  readonly label: string
  readonly columns: readonly Column<T>[]
  readonly rows: readonly T[] | undefined
  readonly rowId: (row: T) => string
  readonly address: (row: T) => string
  readonly selected?: readonly string[]
  readonly onSelect?: unknown
  readonly toggle: (id: string) => void
  readonly frame: RefObject<HTMLDivElement | null>
}

/** The rows of a table on a phone: name and figure on the first line, the rest under them. */
export function CardList<T>({
  label,
  columns,
  rows,
  rowId,
  address,
  selected = [],
  onSelect,
  toggle,
  frame,
}: CardListProps<T>) {
  const say = useWords(commonWords)
  if (rows === undefined) return <CardSkeleton />
  return (
    <div className={styles.frame} ref={frame}>
      <ul className={styles.cards} aria-label={label}>
        {rows.map((row) => {
          const id = rowId(row)
          return (
            <li key={id} className={styles.card} data-row={id} data-selected={selected.includes(id) || undefined}>
              <Group wrap="nowrap" gap="md" align="flex-start">
                {onSelect !== undefined && (
                  <Checkbox
                    className={styles.above}
                    size="md"
                    checked={selected.includes(id)}
                    onChange={() => toggle(id)}
                    aria-label={say('table.select', { what: columns[0]?.text?.(row) ?? id })}
                  />
                )}
                <Card row={row} columns={columns} address={address(row)} />
              </Group>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Card<T>({ row, columns, address }: { row: T; columns: readonly Column<T>[]; address: string }) {
  const at = (place: Column<T>['card']) => columns.filter(({ card }) => card === place)
  return (
    <Stack gap={4} flex={1} miw={0}>
      <Group justify="space-between" wrap="nowrap" gap="sm" align="baseline">
        <Link to={address} className={`${styles.link} ${styles.cover}`} data-row-link>
          {at('title').map(({ id, cell }) => (
            <span key={id}>{cell(row)}</span>
          ))}
        </Link>
        <Text fw={600} className="figure" style={{ whiteSpace: 'nowrap' }} component="div">
          {at('end').map(({ id, cell }) => (
            <span key={id}>{cell(row)}</span>
          ))}
        </Text>
      </Group>
      {at('line').map(({ id, cell }) => (
        <Text key={id} size="sm" c="dimmed" component="div">
          {cell(row)}
        </Text>
      ))}
      <Group gap="sm">
        {at('foot').map(({ id, cell }) => (
          <Text key={id} size="xs" component="div">
            {cell(row)}
          </Text>
        ))}
      </Group>
    </Stack>
  )
}

function CardSkeleton() {
  return (
    <div className={styles.frame} aria-hidden>
      {['a', 'b', 'c', 'd', 'e'].map((card) => (
        <div key={card} className={styles.card}>
          <div className={styles.skeleton} style={{ width: '60%', marginBottom: 8 }} />
          <div className={styles.skeleton} style={{ width: '35%' }} />
        </div>
      ))}
    </div>
  )
}
