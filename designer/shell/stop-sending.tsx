import { ActionIcon, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHandStop } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { restraintsWords } from '../words/restraints.ts'

const StopSendingPanel = lazy(async () => ({ default: (await import('./stop-sending-panel.tsx')).StopSendingPanel }))

/** The panic button; its panel is loaded when first opened. */
export function StopSending() {
  const say = useWords(restraintsWords)
  const [asked, setAsked] = useState(false)
  const [opened, { open, close }] = useDisclosure(false, { onOpen: () => setAsked(true) })
  return (
    <>
      <Tooltip label={say('stop.label')}>
        <ActionIcon size="lg" onClick={open} aria-label={say('stop.label')} aria-haspopup="dialog">
          <IconHandStop size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {asked && (
        <Suspense>
          <StopSendingPanel opened={opened} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
