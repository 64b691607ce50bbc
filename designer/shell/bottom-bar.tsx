import { useDisclosure } from '@mantine/hooks'
import { IconDots } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { NavLink } from 'react-router'
import { useWords } from '../i18n/words.ts'
import { shellWords } from '../words/shell.ts'
import { places } from './places.ts'
import styles from './shell.module.css'
import { useCounts } from './use-counts.ts'

const MorePages = lazy(async () => ({ default: (await import('./more-pages.tsx')).MorePages }))

const onTheThumb = ['today', 'calls', 'invoices', 'messages'] as const

/** On a phone: the four pages of the day, the others behind « Plus ». */
export function BottomBar() {
  const say = useWords(shellWords)
  const counts = useCounts()
  const [asked, setAsked] = useState(false)
  const [opened, { open, close }] = useDisclosure(false, { onOpen: () => setAsked(true) })
  return (
    <nav aria-label={say('rail.label')} style={{ display: 'flex' }}>
      {onTheThumb.map((page) => {
        const { path, icon: Icon } = places.find((place) => place.page === page)!
        const count = counts[page] ?? 0
        return (
          <NavLink key={page} to={path} end={path === '/'} className={styles.tab}>
            <Icon size={20} stroke={1.6} aria-hidden />
            {count > 0 && <span className={styles.dot}>{Math.min(count, 99)}</span>}
            {say(`page.${page}`)}
          </NavLink>
        )
      })}
      <button type="button" className={styles.tab} onClick={open} aria-haspopup="dialog">
        <IconDots size={20} stroke={1.6} aria-hidden />
        {say('rail.more')}
      </button>
      {asked && (
        <Suspense>
          <MorePages opened={opened} onClose={close} />
        </Suspense>
      )}
    </nav>
  )
}
