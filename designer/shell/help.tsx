import { ActionIcon, Tooltip } from '@mantine/core'
import { useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconHelp } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { shellWords } from '../words/shell.ts'

const HelpPanel = lazy(async () => ({ default: (await import('./help-panel.tsx')).HelpPanel }))

/** `?` or the button; the panel is loaded when first opened. */
export function Help() {
  const say = useWords(shellWords)
  const [asked, setAsked] = useState(false)
  const [opened, { toggle, close }] = useDisclosure(false, { onOpen: () => setAsked(true) })
  useHotkeys([['shift+?', toggle]])
  return (
    <>
      <Tooltip label={say('help.label')}>
        <ActionIcon size="lg" onClick={toggle} aria-label={say('help.label')} aria-haspopup="dialog">
          <IconHelp size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {asked && (
        <Suspense>
          <HelpPanel opened={opened} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
