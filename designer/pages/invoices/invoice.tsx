import { Anchor, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { Invoice as InvoiceView } from '@relance/runtime/contract/invoices'
import { IconChevronLeft } from '@tabler/icons-react'
import { Link, useParams } from 'react-router'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { Facts } from '../../ui/facts.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { ItemState } from '../../ui/states.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { commonWords } from '../../words/common.ts'
import { invoicesWords } from '../../words/invoices.ts'
import { ClaimPanels } from './claim-panel.tsx'
import { CoursePanel } from './course-panel.tsx'
import { InvoiceActions } from './invoice-actions.tsx'
import { InvoiceBanners } from './invoice-banners.tsx'
import { PaymentsPanel } from './payments-panel.tsx'
import { Timeline } from './timeline.tsx'

/** One item: what is owed, where its reminders stand, all that happened and why. */
export function Invoice() {
  const sayCommon = useWords(commonWords)
  const { id = '' } = useParams()
  const { data: invoice, error, refetch } = useRoute('invoice', { id })
  if (invoice === undefined) {
    return (
      <Page title={sayCommon('type.invoice')}>
        {error === null ? (
          <Skeleton height={400} aria-hidden />
        ) : (
          <ProblemNotice problem={error} onRetry={() => void refetch()} />
        )}
      </Page>
    )
  }
  return <Loaded invoice={invoice} />
}

function Loaded({ invoice }: { invoice: InvoiceView }) {
  const say = useWords(invoicesWords)
  const sayCommon = useWords(commonWords)
  const { debtor, number, entity, type } = invoice
  return (
    <Page
      before={
        <Anchor component={Link} to="/invoices" size="sm" c="dimmed" className="no-print" w="fit-content">
          <IconChevronLeft size={14} style={{ verticalAlign: '-2px' }} aria-hidden /> {say('back')}
        </Anchor>
      }
      title={`${sayCommon(`type.${type}`)} ${number}`}
      lead={
        <>
          <Anchor component={Link} to={`/customers/${encodeURIComponent(`${entity}:${debtor.code}`)}`} inherit>
            {debtor.name}
          </Anchor>{' '}
          · <ItemState item={invoice} plain />
        </>
      }
      actions={<InvoiceActions invoice={invoice} />}
    >
      <InvoiceBanners invoice={invoice} />
      <TwoColumns
        main={
          <Stack gap="md">
            <Title order={2}>{say('one.timeline')}</Title>
            <Timeline invoice={invoice.id} />
          </Stack>
        }
        side={
          <>
            <Figures invoice={invoice} />
            {invoice.type === 'invoice' && <ClaimPanels invoice={invoice} />}
            <PaymentsPanel invoice={invoice.id} />
            <CoursePanel invoice={invoice} />
          </>
        }
      />
    </Page>
  )
}

function Figures({ invoice }: { invoice: InvoiceView }) {
  const say = useWords(invoicesWords)
  const format = useFormat()
  const { open, amount, currency, dueDate, issueDate, daysLate } = invoice
  return (
    <Paper withBorder p="lg">
      <Text size="sm" c="dimmed">
        {say('one.open')}
      </Text>
      <Text size="xl" fw={600} className="figure">
        {format.amount(open, currency)}
      </Text>
      {open > 0 && (
        <Text size="sm" c={daysLate > 0 ? 'var(--relance-late-text)' : 'dimmed'}>
          {format.delay(daysLate)}
        </Text>
      )}
      <Facts
        facts={[
          [say('one.amount'), format.amount(amount, currency)],
          [say('one.issued'), format.date(issueDate)],
          [say('one.due'), format.date(dueDate)],
        ]}
      />
    </Paper>
  )
}
