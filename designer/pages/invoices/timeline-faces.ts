import type { EventKind } from '@relance/runtime/domain/event-kinds'
import {
  IconAlertTriangle,
  IconArrowsSplit,
  IconBan,
  IconCheck,
  IconClock,
  IconCoinEuro,
  IconFileImport,
  IconFlag,
  IconFolderOpen,
  IconGavel,
  IconHandStop,
  IconHourglass,
  IconLock,
  IconMail,
  IconMailExclamation,
  IconPhone,
  IconPhoneCheck,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconSend,
  IconSignature,
  IconThumbDown,
  IconThumbUp,
  IconUserQuestion,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Meaning } from '../../theme/palettes.ts'

type Face = readonly [Meaning, TablerIcon]

/** Icon and meaning of each kind of entry. */
export const timelineFaces: Readonly<Record<EventKind, Face>> = {
  'file-started': ['gray', IconFolderOpen],
  waiting: ['gray', IconClock],
  'date-past': ['gray', IconClock],
  chosen: ['gray', IconArrowsSplit],
  'step-skipped': ['gray', IconPlayerSkipForward],
  parked: ['confirm', IconLock],
  'course-ended': ['gray', IconFlag],
  'thanks-begun': ['paid', IconCheck],
  'file-closed': ['gray', IconFlag],
  'message-requested': ['accent', IconMail],
  'message-prepared': ['confirm', IconHourglass],
  'message-deferred': ['gray', IconClock],
  'message-confirmed': ['accent', IconCheck],
  'message-sent': ['accent', IconSend],
  'message-cancelled': ['gray', IconBan],
  'message-held': ['gray', IconPlayerPause],
  'message-failed': ['late', IconAlertTriangle],
  'message-uncertain': ['confirm', IconUserQuestion],
  'contact-missing': ['confirm', IconUserQuestion],
  'task-opened': ['accent', IconPhone],
  'task-joined': ['accent', IconPhone],
  'task-answered': ['accent', IconPhoneCheck],
  'task-withdrawn': ['gray', IconBan],
  'payment-recorded': ['paid', IconCoinEuro],
  'dispute-opened': ['disputed', IconHandStop],
  'dispute-resolved': ['disputed', IconCheck],
  'promise-recorded': ['promised', IconThumbUp],
  'promise-kept': ['paid', IconThumbUp],
  'promise-broken': ['late', IconThumbDown],
  'invoice-held': ['gray', IconPlayerPause],
  'invoice-released': ['gray', IconPlayerPlay],
  'step-retried': ['gray', IconPlayerPlay],
  'step-skip-asked': ['gray', IconPlayerSkipForward],
  'invoice-imported': ['gray', IconFileImport],
  'invoice-settled-by-import': ['paid', IconFileImport],
  'balance-stated': ['gray', IconFileImport],
  'debt-acknowledged': ['promised', IconSignature],
  'lawsuit-filed': ['disputed', IconGavel],
  'lawsuit-judged': ['gray', IconGavel],
  'lawsuit-dropped': ['gray', IconGavel],
  'formal-notice-given': ['late', IconMailExclamation],
  'invoice-reopened': ['late', IconFolderOpen],
}

const unknown: Face = ['gray', IconFlag]

export function timelineFace(kind: string): Face {
  return Object.hasOwn(timelineFaces, kind) ? timelineFaces[kind as EventKind] : unknown
}
