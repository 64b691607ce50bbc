import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/words.ts'
import { commonWords } from '../words/common.ts'
import { narrow } from './data-table.tsx'

interface SidePanelProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  readonly size?: string | number
  readonly children: ReactNode
}

/** A panel beside the page, or over all of a phone. */
export function SidePanel({ opened, onClose, title, size = 480, children }: SidePanelProps) {
  const say = useWords(commonWords)
  const isNarrow = useMediaQuery(narrow)
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      size={isNarrow ? '100%' : size}
      padding="xl"
      styles={{ title: { fontWeight: 600, fontSize: '1rem' } }}
      closeButtonProps={{ 'aria-label': say('action.close') }}
    >
      {children}
    </Drawer>
  )
}
