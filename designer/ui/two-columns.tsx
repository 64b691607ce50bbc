import type { ReactNode } from 'react'
import styles from './two-columns.module.css'

/** The story on the left, the figures on the right; on a phone the figures come first. */
export function TwoColumns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>{main}</div>
      <aside className={styles.side}>{side}</aside>
    </div>
  )
}
