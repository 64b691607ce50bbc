import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import type { Invoice } from '@relance/runtime/contract/invoices'
import {
  IconBan,
  IconCoinEuro,
  IconDots,
  IconHandStop,
  IconPlayerPause,
  IconPlayerPlay,
  IconPrinter,
  IconThumbUp,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useChange } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { tellProblem, told } from '../../ui/delayed.tsx'
import { type Restraining, RestrainPanel } from '../../ui/restrain-panel.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { commonWords } from '../../words/common.ts'
import { invoicesWords } from '../../words/invoices.ts'
import { paymentsWords } from '../../words/payments.ts'
import { restraintsWords } from '../../words/restraints.ts'
import { PaymentForm } from '../payments/payment-form.tsx'
import { DisputeForm, PromiseForm, ResolveForm } from './standing-forms.tsx'

type Panel = 'pay' | 'dispute' | 'resolve' | 'promise'

/** What a person may do to an invoice that is not settled. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const say = useWords(invoicesWords)
  const sayCommon = useWords(commonWords)
  const sayRestraints = useWords(restraintsWords)
  const [panel, setPanel] = useState<Panel | null>(null)
  const [restraining, setRestraining] = useState<Restraining | null>(null)
  const open = invoice.open > 0 && invoice.type === 'invoice'
  return (
    <>
      {open && (
        <Button leftSection={<IconCoinEuro size={16} aria-hidden />} onClick={() => setPanel('pay')}>
          {say('action.pay')}
        </Button>
      )}
      {open && <HoldButton invoice={invoice} />}
      {open ? (
        <Menu>
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={say('action.more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconThumbUp size={16} />} onClick={() => setPanel('promise')}>
              {say('action.promise')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconHandStop size={16} />}
              onClick={() => setPanel(invoice.dispute === null ? 'dispute' : 'resolve')}
            >
              {say(invoice.dispute === null ? 'action.dispute' : 'action.resolve')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconBan size={16} />}
              onClick={() => setRestraining({ what: 'exclusion.invoice', target: invoice.id, label: invoice.number })}
            >
              {sayRestraints('exclusion.invoice-action')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<IconPrinter size={16} />} onClick={() => print()}>
              {sayCommon('action.print')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Tooltip label={sayCommon('action.print')}>
          <ActionIcon variant="default" size={36} onClick={() => print()} aria-label={sayCommon('action.print')}>
            <IconPrinter size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      <RestrainPanel asked={restraining} onClose={() => setRestraining(null)} />
      <Panels invoice={invoice} panel={panel} onClose={() => setPanel(null)} />
    </>
  )
}

function HoldButton({ invoice }: { invoice: Invoice }) {
  const say = useWords(invoicesWords)
  const hold = useChange('holdInvoice', { changes: ['invoices', 'messages', 'tasks', 'restraints'] })
  const { id, number, held } = invoice
  const change = (next: boolean, { undoable }: { undoable: boolean }) =>
    hold.mutate(
      { id, body: { held: next } },
      {
        onSuccess: () =>
          told(say(next ? 'held.done' : 'released.done', { number }), {
            ...(undoable ? { undo: () => change(!next, { undoable: false }) } : {}),
          }),
        onError: tellProblem,
      },
    )
  const Icon = held ? IconPlayerPlay : IconPlayerPause
  return (
    <Button
      variant="default"
      leftSection={<Icon size={16} aria-hidden />}
      loading={hold.isPending}
      onClick={() => change(!held, { undoable: true })}
    >
      {say(held ? 'action.release' : 'action.hold')}
    </Button>
  )
}

function Panels({ invoice, panel, onClose }: { invoice: Invoice; panel: Panel | null; onClose: () => void }) {
  const say = useWords(invoicesWords)
  const sayPayments = useWords(paymentsWords)
  const format = useFormat()
  const titles = {
    pay: sayPayments('form.title', { number: invoice.number }),
    dispute: say('dispute.title'),
    resolve: say('resolve.title'),
    promise: say('promise.title'),
  }
  return (
    <SidePanel opened={panel !== null} onClose={onClose} title={panel === null ? '' : titles[panel]}>
      {panel === 'pay' && (
        <PaymentForm
          invoice={invoice}
          onDone={({ amount, invoice: after }) => {
            onClose()
            told(
              sayPayments(after.open === 0 ? 'done.full-help' : 'done.partial-help', {
                number: after.number,
                amount: format.amount(amount, after.currency),
                rest: format.amount(after.open, after.currency),
              }),
            )
          }}
        />
      )}
      {panel === 'dispute' && <DisputeForm invoice={invoice} onDone={onClose} />}
      {panel === 'resolve' && <ResolveForm invoice={invoice} onDone={onClose} />}
      {panel === 'promise' && <PromiseForm invoice={invoice} onDone={onClose} />}
    </SidePanel>
  )
}
