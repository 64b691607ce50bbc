import { Anchor, Button, Group, Popover, Text } from '@mantine/core'
import type { Invoice, TimelineEntry } from '@relance/runtime/contract/invoices'
import { IconRoute } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useStudio, useStudioState } from '../canvas/studio-context.tsx'
import { useZone } from '../client/entity.ts'
import { useRoute } from '../client/queries.ts'
import { InvoiceSearch } from '../course/invoice-search.tsx'
import { dateIn, formatShortDate } from '../format/date.ts'
import { useWords } from '../i18n/words.ts'
import { useOverlayStore } from '../overlay/overlay.ts'
import { liveWords } from '../words/live.ts'
import { pathOf } from './path-of.ts'

/** One invoice's own way through the drawing, with the day on which it reached each step. */
export function TraceInvoice() {
  const say = useWords(liveWords)
  const [opened, setOpened] = useState(false)
  const [invoice, setInvoice] = useState<Invoice | null>(null)
  const choose = (chosen: Invoice) => {
    setOpened(false)
    setInvoice(chosen)
  }
  if (invoice !== null) return <Traced invoice={invoice} onClose={() => setInvoice(null)} />
  return (
    <Popover opened={opened} onChange={setOpened} width={320} trapFocus shadow="md" position="bottom-start">
      <Popover.Target>
        <Button variant="default" leftSection={<IconRoute size={16} />} onClick={() => setOpened(!opened)}>
          {say('trace')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <InvoiceSearch onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Traced({ invoice: { id, number }, onClose }: { invoice: Invoice; onClose: () => void }) {
  const say = useWords(liveWords)
  const { data } = useRoute('timeline', { id })
  const isDrawn = usePathOverlay(data?.items)
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {say('tracing', { number })}
      </Text>
      {!isDrawn && data !== undefined && (
        <Text size="sm" c="dimmed">
          {say('trace-none')}
        </Text>
      )}
      <Group gap="md">
        <Anchor component={Link} to={`/invoices/${encodeURIComponent(id)}`} size="sm">
          {say('trace-open')}
        </Anchor>
        <Anchor component="button" type="button" size="sm" onClick={onClose}>
          {say('trace-close')}
        </Anchor>
      </Group>
    </div>
  )
}

/** Draws the path as long as it is asked for; false when no step of it is on this drawing. */
function usePathOverlay(entries: readonly TimelineEntry[] | undefined): boolean {
  const { locale } = useStudio()
  const zone = useZone()
  const overlay = useOverlayStore()
  const nodes = useStudioState(({ document }) => document.nodes)
  const path = useMemo(() => {
    const say = (instant: string) => formatShortDate(dateIn(instant, zone), locale)
    return pathOf(entries ?? [], { drawn: new Set(nodes.map(({ id }) => id)), say })
  }, [entries, nodes, zone, locale])
  useEffect(() => overlay.trigger.marked(path), [overlay, path])
  useEffect(() => () => overlay.trigger.marked({ marks: {}, lines: new Set() }), [overlay])
  return Object.keys(path.marks).length > 0
}
