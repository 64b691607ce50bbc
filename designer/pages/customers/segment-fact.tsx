import { Anchor, Group } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { useState } from 'react'
import { useWords } from '../../i18n/words.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { SegmentName } from '../../ui/states.tsx'
import { segmentWords } from '../../words/segment.ts'
import { SegmentForm } from './segment-form.tsx'

/** The customer's segment, and the way to another one. */
export function SegmentFact({ debtor }: { debtor: Debtor }) {
  const say = useWords(segmentWords)
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <Group gap="xs" justify="flex-end">
      <SegmentName segment={debtor.segment} />
      <Anchor component="button" type="button" size="sm" className="no-print" onClick={() => setOpen(true)}>
        {say('change')}
      </Anchor>
      <SidePanel opened={isOpen} onClose={close} title={say('title')}>
        <SegmentForm debtor={debtor} onDone={close} />
      </SidePanel>
    </Group>
  )
}
