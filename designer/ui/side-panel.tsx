import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/words.ts'
import { commonWords } from '../words/common.ts'
import { narrow } from './narrow.ts'

interface SidePanelProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  readonly size?: string | number
  /** Over all of a phone, unless it comes from the bottom. */
  readonly position?: 'right' | 'bottom'
  readonly children: ReactNode
}

/** A panel beside the page, or over all of a phone. */
export function SidePanel({ opened, onClose, title, size = 480, position = 'right', children }: SidePanelProps) {
  const say = useWords(commonWords)
  const isNarrow = useMediaQuery(narrow)
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      size={isNarrow && position === 'right' ? '100%' : size}
      position={position}
      padding={isNarrow ? 'lg' : 'xl'}
    >
      <Drawer.Overlay backgroundOpacity={0.35} />
      <Drawer.Content>
        {/* Without this role, a panel's header counts as a second banner of the page. */}
        <Drawer.Header role="presentation">
          <Drawer.Title fw={600} fz="lg">
            {title}
          </Drawer.Title>
          <Drawer.CloseButton aria-label={say('action.close')} />
        </Drawer.Header>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
