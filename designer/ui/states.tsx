import type { Invoice } from '@relance/runtime/contract/invoices'
import type { MessageSummary } from '@relance/runtime/contract/work'
import { type Segment, segments, segmentWords } from '@relance/sdk/facts'
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconChecks,
  IconClock,
  IconClockPause,
  IconEye,
  IconHandStop,
  IconHelpCircle,
  IconHourglass,
  IconLock,
  IconMailX,
  IconMessageReply,
  IconReceiptRefund,
  IconSend,
  IconThumbUp,
  type TablerIcon,
} from '@tabler/icons-react'
import { useSayWords, useWords } from '../i18n/words.ts'
import type { Meaning } from '../theme/palettes.ts'
import { commonWords } from '../words/common.ts'
import { Tag } from './tag.tsx'

type Faces<S extends string> = Readonly<Record<S, readonly [Meaning, TablerIcon]>>

const invoiceFaces: Faces<Invoice['state']> = {
  'not-due': ['gray', IconClock],
  overdue: ['late', IconAlertTriangle],
  paid: ['paid', IconCheck],
  disputed: ['disputed', IconHandStop],
  promised: ['promised', IconThumbUp],
  held: ['gray', IconClockPause],
  parked: ['confirm', IconLock],
  closed: ['gray', IconBan],
}

const messageFaces: Faces<MessageSummary['state']> = {
  'to-confirm': ['confirm', IconHourglass],
  queued: ['accent', IconClock],
  sending: ['accent', IconSend],
  sent: ['paid', IconSend],
  delivered: ['paid', IconChecks],
  opened: ['paid', IconEye],
  answered: ['promised', IconMessageReply],
  bounced: ['late', IconMailX],
  failed: ['late', IconAlertTriangle],
  cancelled: ['gray', IconBan],
  uncertain: ['confirm', IconHelpCircle],
}

export const invoiceStates = Object.keys(invoiceFaces) as Invoice['state'][]

export function InvoiceState({ state, plain = false }: { state: Invoice['state']; plain?: boolean }) {
  const say = useWords(commonWords)
  const [meaning, icon] = invoiceFaces[state]
  return (
    <Tag meaning={meaning} icon={icon} plain={plain}>
      {say(`state.${state}`)}
    </Tag>
  )
}

/** A credit note or an unmatched payment is neither late nor to be reminded: it says what it is. */
export function ItemState({ item: { type, state, open }, plain = false }: ItemStateProps) {
  const say = useWords(commonWords)
  if (type === 'invoice' || open === 0) return <InvoiceState state={state} plain={plain} />
  return (
    <Tag meaning="gray" icon={IconReceiptRefund} plain={plain}>
      {say(`type.${type}`)}
    </Tag>
  )
}

interface ItemStateProps {
  readonly item: Pick<Invoice, 'type' | 'state' | 'open'>
  readonly plain?: boolean
}

export function MessageState({ state }: { state: MessageSummary['state'] }) {
  const say = useWords(commonWords)
  const [meaning, icon] = messageFaces[state]
  return (
    <Tag meaning={meaning} icon={icon}>
      {say(`message.${state}`)}
    </Tag>
  )
}

export function SegmentName({ segment }: { segment: Segment }) {
  return useSayWords()(segmentWords[segment])
}

/** The segments as choices of a list. */
export function useSegmentChoices(): { value: Segment; label: string }[] {
  const sayWords = useSayWords()
  return segments.map((value) => ({ value, label: sayWords(segmentWords[value]) }))
}
