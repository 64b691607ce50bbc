import {
  IconAdjustments,
  IconCalendarCheck,
  IconCoinEuro,
  IconFileInvoice,
  IconFileUpload,
  IconMessages,
  IconPercentage,
  IconPhone,
  IconRoute,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'

/** The pages that people go to, grouped by what they come to do. `key` is typed after `g`. */
export const places = [
  { group: 'today', page: 'today', path: '/', icon: IconCalendarCheck, key: 'j' },
  { group: 'today', page: 'calls', path: '/calls', icon: IconPhone, key: 'a' },
  { group: 'portfolio', page: 'customers', path: '/customers', icon: IconUsers, key: 'c' },
  { group: 'portfolio', page: 'invoices', path: '/invoices', icon: IconFileInvoice, key: 'f' },
  { group: 'portfolio', page: 'payments', path: '/payments', icon: IconCoinEuro, key: 'e' },
  { group: 'scenarios', page: 'scenarios', path: '/scenarios', icon: IconRoute, key: 's' },
  { group: 'follow', page: 'messages', path: '/messages', icon: IconMessages, key: 'm' },
  { group: 'settings', page: 'rules', path: '/rules', icon: IconAdjustments, key: 'r' },
  { group: 'settings', page: 'rates', path: '/rates', icon: IconPercentage, key: 't' },
  { group: 'settings', page: 'import', path: '/import', icon: IconFileUpload, key: 'i' },
] as const satisfies readonly { group: string; page: string; path: string; icon: TablerIcon; key: string }[]

export type Place = (typeof places)[number]
export const placeGroups = ['today', 'portfolio', 'scenarios', 'follow', 'settings'] as const
