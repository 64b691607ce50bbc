import { Button } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { IconCoinEuro, IconGavel } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../i18n/words.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { accountWords } from '../../words/account.ts'
import { AccountPaymentForm } from './account-payment-form.tsx'
import { InsolvencyForm } from './insolvency-form.tsx'

/** What a person may record on a whole account. */
export function AccountActions({ debtor }: { debtor: Debtor }) {
  const say = useWords(accountWords)
  const [panel, setPanel] = useState<'pay' | 'insolvency' | null>(null)
  const close = () => setPanel(null)
  const titles = { pay: say('pay.title', { name: debtor.name }), insolvency: say('insolvency.title') }
  return (
    <>
      <Button leftSection={<IconCoinEuro size={16} aria-hidden />} onClick={() => setPanel('pay')}>
        {say('pay')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconGavel size={16} aria-hidden />}
        onClick={() => setPanel('insolvency')}
      >
        {say('insolvency.action')}
      </Button>
      <SidePanel opened={panel !== null} onClose={close} title={panel === null ? '' : titles[panel]}>
        {panel === 'pay' && <AccountPaymentForm debtor={debtor} onDone={close} />}
        {panel === 'insolvency' && <InsolvencyForm debtor={debtor} onDone={close} />}
      </SidePanel>
    </>
  )
}
