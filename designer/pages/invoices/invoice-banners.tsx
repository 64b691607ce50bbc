import { Stack } from '@mantine/core'
import type { Invoice } from '@relance/runtime/contract/invoices'
import { IconHandStop, IconThumbDown, IconThumbUp } from '@tabler/icons-react'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { RestraintBanners } from '../../ui/restraint-banners.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { commonWords } from '../../words/common.ts'
import { invoicesWords } from '../../words/invoices.ts'

/** What holds the reminders of an invoice, with who said so. */
export function InvoiceBanners({ invoice }: { invoice: Invoice }) {
  const say = useWords(invoicesWords)
  const sayCommon = useWords(commonWords)
  const format = useFormat()
  const { dispute, promise, brokenPromises, currency } = invoice
  const { data } = useRoute('restraints', { query: { invoice: invoice.id } })
  // What stops more than this customer is said above every page.
  const own = (data?.items ?? []).filter(
    ({ scope, issuedUntil }) =>
      scope === 'invoice' ||
      scope === 'debtor' ||
      (scope === 'insolvency' && issuedUntil !== null && invoice.issueDate <= issuedUntil),
  )
  if (dispute === null && promise === null && own.length === 0 && brokenPromises === 0) return null
  const by = ({ by: who, at }: { by: string; at: string }) =>
    say('banner.by', { who: format.author(who), when: format.instant(at) })
  return (
    <Stack gap="sm">
      {dispute !== null && (
        <Banner
          meaning="disputed"
          icon={IconHandStop}
          title={say('banner.dispute', { reason: sayCommon(`reason.${dispute.reason}`) })}
        >
          {dispute.comment !== '' && <div>{dispute.comment}</div>}
          {by(dispute)}
        </Banner>
      )}
      {promise !== null && (
        <Banner
          meaning="promised"
          icon={IconThumbUp}
          title={say('banner.promise', {
            amount: format.amount(promise.amount, currency),
            date: format.date(promise.date),
          })}
        >
          {promise.comment !== '' && <div>{promise.comment}</div>}
          {by(promise)}
        </Banner>
      )}
      <RestraintBanners restraints={own} />
      {brokenPromises > 0 && (
        <Banner meaning="late" icon={IconThumbDown} title={say('banner.broken', { count: brokenPromises })} />
      )}
    </Stack>
  )
}
