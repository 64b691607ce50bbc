import { lazy, Suspense } from 'react'
import { useRoute } from '../client/queries.ts'
import styles from './shell.module.css'

const RestraintBanners = lazy(async () => ({
  default: (await import('../ui/restraint-banners.tsx')).RestraintBanners,
}))

/** Says above every page that sending is stopped, for everybody, an entity or a segment. */
export function SendingStopped() {
  const { data } = useRoute('restraints', {})
  const wide = (data?.items ?? []).filter(
    ({ kind, scope }) => kind === 'hold' && ['everything', 'entity', 'ledger', 'segment'].includes(scope),
  )
  if (wide.length === 0) return null
  return (
    <div className={styles.stopped}>
      <Suspense>
        <RestraintBanners restraints={wide} />
      </Suspense>
    </div>
  )
}
