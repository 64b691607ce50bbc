import { AppShell, Loader } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { Outlet, useMatches } from 'react-router'
import { useLiveEvents } from '../client/live-events.ts'
import { useRoute } from '../client/queries.ts'
import { useWords } from '../i18n/words.ts'
import { shellWords } from '../words/shell.ts'
import { BottomBar } from './bottom-bar.tsx'
import { CommandsHost } from './commands-host.tsx'
import { Rail } from './rail.tsx'
import { SendingStopped } from './sending-stopped.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'
import { useGoKeys } from './use-go-keys.ts'

const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }))

/** A route that wants the whole window under the top bar, such as the studio, says so in its `handle`. */
export interface RouteHandle {
  readonly full?: boolean
}

export function Shell() {
  const say = useWords(shellWords)
  const full = useMatches().some(({ handle }) => (handle as RouteHandle | undefined)?.full === true)
  const { error } = useRoute('session', {})
  if (error?.status === 401) {
    return (
      <Suspense>
        <SignIn />
      </Suspense>
    )
  }
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: true } }}
      footer={{ height: { base: 56, sm: 0 } }}
      padding={0}
      withBorder={false}
      transitionDuration={0}
    >
      <a className={styles.skip} href="#content">
        {say('skip')}
      </a>
      <Listeners />
      <AppShell.Header className={styles.header}>
        <TopBar />
      </AppShell.Header>
      <AppShell.Navbar visibleFrom="sm" className={styles.rail} p={8} aria-label={say('rail.label')}>
        <Rail />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} style={{ outline: 'none' }}>
        <SendingStopped />
        <div className={full ? styles.full : styles.page}>
          <Suspense fallback={<Loader size="sm" m="xl" />}>
            <Outlet />
          </Suspense>
        </div>
      </AppShell.Main>
      <AppShell.Footer className={styles.footer} hiddenFrom="sm">
        <BottomBar />
      </AppShell.Footer>
      <CommandsHost />
    </AppShell>
  )
}

/** What listens only once somebody is signed in. */
function Listeners() {
  useLiveEvents()
  useGoKeys()
  return null
}
