import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Meaning } from '../theme/palettes.ts'
import styles from './tag.module.css'

interface TagProps {
  readonly meaning: Meaning
  readonly icon?: TablerIcon
  /** Without its tint, for dense columns. */
  readonly plain?: boolean
  readonly children: ReactNode
}

/** A state in words, an icon and the colour of its meaning. */
export function Tag({ meaning, icon: Icon, plain = false, children }: TagProps) {
  return (
    <span
      className={styles.tag}
      data-plain={plain || undefined}
      style={{
        color: `var(--relance-${meaning}-text)`,
        ...(plain ? {} : { background: `var(--relance-${meaning}-soft)` }),
      }}
    >
      {Icon !== undefined && <Icon size={14} stroke={1.8} aria-hidden />}
      {children}
    </span>
  )
}
