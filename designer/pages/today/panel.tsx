import { Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './today.module.css'

interface PanelProps {
  readonly title: string
  /** Undefined while it loads. */
  readonly count: number | undefined
  readonly none: string
  readonly action: { readonly words: string; readonly to: string }
  readonly primary?: boolean
  readonly children: ReactNode
}

/** A few lines of work and the way to the rest. */
export function Panel({ title, count, none, action, primary = false, children }: PanelProps) {
  return (
    <section className={styles.panel}>
      <Title order={2} className={styles.head}>
        {title}
      </Title>
      {count === undefined && <Waiting />}
      {count === 0 && (
        <Text size="sm" c="dimmed" px="lg" pb="lg">
          {none}
        </Text>
      )}
      {count !== undefined && count > 0 && (
        <>
          {children}
          <div className={styles.foot}>
            <Button component={Link} to={action.to} variant={primary ? 'filled' : 'default'} fullWidth>
              {action.words}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function Waiting() {
  return (
    <Stack gap="sm" px="lg" pb="lg" aria-hidden>
      <Skeleton height={14} />
      <Skeleton height={14} width="70%" />
      <Skeleton height={14} width="85%" />
    </Stack>
  )
}

interface PanelLineProps {
  readonly to: string
  readonly name: string
  readonly detail: ReactNode
  readonly amount: string
}

export function PanelLine({ to, name, detail, amount }: PanelLineProps) {
  return (
    <Link to={to} className={styles.line}>
      <Stack gap={0} miw={0}>
        <Text fw={500} truncate>
          {name}
        </Text>
        <Text size="xs" c="dimmed" truncate component="div">
          {detail}
        </Text>
      </Stack>
      <Text size="sm" fw={500} className="figure" style={{ whiteSpace: 'nowrap' }}>
        {amount}
      </Text>
    </Link>
  )
}
