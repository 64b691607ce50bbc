import styles from './table.module.css'

const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

/** Grey lines in the place of rows that are on their way. */
export function TableSkeleton({ columns }: { columns: number }) {
  return rows.map((row, at) => (
    <tr key={row} aria-hidden>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells of a skeleton never move
        <td key={column}>
          <div className={styles.skeleton} style={{ width: `${45 + ((at * 7 + column * 13) % 40)}%` }} />
        </td>
      ))}
    </tr>
  ))
}
