import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { queryClient } from '../client/queries.ts'
import { resolveVariables, theme } from '../theme/theme.ts'

const colorSchemeManager = localStorageColorSchemeManager({ key: 'relance.theme' })

/** Theme, notices and server state around every page, and around every story. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolveVariables}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
      >
        <Notifications position="bottom-left" limit={4} />
        {children}
      </MantineProvider>
    </QueryClientProvider>
  )
}
