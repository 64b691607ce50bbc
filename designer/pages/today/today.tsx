import { Button, Skeleton } from '@mantine/core'
import { IconSunrise } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { useEntity } from '../../client/entity.ts'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { Empty, ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { todayWords } from '../../words/today.ts'
import { KeyFigures } from './key-figures.tsx'
import styles from './today.module.css'
import { CallsPanel, ConfirmationsPanel, DisputesPanel, ParkedPanel } from './work-panels.tsx'

const AgedBalance = lazy(async () => ({ default: (await import('./aged-balance.tsx')).AgedBalance }))

/** What to confirm, whom to call, and how the receivables stand this morning. */
export function Today() {
  const say = useWords(todayWords)
  const format = useFormat()
  const { code } = useEntity()
  const { data: figures, error, refetch } = useRoute('figures', { query: { entity: code } }, { keep: true })
  const nothing = figures !== undefined && figures.outstanding === 0 && figures.aged.every(({ count }) => count === 0)
  return (
    <Page title={say('title')} lead={say('lead', { date: format.date(format.today()) })}>
      {error !== null && figures === undefined && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {nothing ? (
        <Empty icon={<IconSunrise size={32} stroke={1.4} />} title={say('welcome')} help={say('welcome-help')}>
          <Button component={Link} to="/import">
            {say('welcome-action')}
          </Button>
        </Empty>
      ) : (
        error === null && (
          <>
            {figures === undefined ? <Skeleton height={100} aria-hidden /> : <KeyFigures figures={figures} />}
            <div className={styles.work}>
              <ConfirmationsPanel />
              <CallsPanel />
              <DisputesPanel />
              <ParkedPanel />
            </div>
            <Suspense fallback={<Skeleton height={320} aria-hidden />}>
              {figures !== undefined && <AgedBalance figures={figures} />}
            </Suspense>
          </>
        )
      )}
    </Page>
  )
}
