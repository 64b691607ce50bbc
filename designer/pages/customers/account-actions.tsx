import { Button } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { IconCoinEuro, IconGavel, IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../i18n/words.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { accountWords } from '../../words/account.ts'
import { rulesWords } from '../../words/rules.ts'
import { AccountPaymentForm } from './account-payment-form.tsx'
import { InsolvencyForm } from './insolvency-form.tsx'
import { MinimumForm } from './minimum-form.tsx'

/** What a person may record on a whole account. */
export function AccountActions({ debtor }: { debtor: Debtor }) {
  const say = useWords(accountWords)
  const sayRules = useWords(rulesWords)
  const [panel, setPanel] = useState<'pay' | 'insolvency' | 'minimum' | null>(null)
  const close = () => setPanel(null)
  const titles = {
    pay: say('pay.title', { name: debtor.name }),
    insolvency: say('insolvency.title'),
    minimum: sayRules('own.title'),
  }
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
      <Button variant="default" leftSection={<IconScale size={16} aria-hidden />} onClick={() => setPanel('minimum')}>
        {sayRules('own.action')}
      </Button>
      <SidePanel opened={panel !== null} onClose={close} title={panel === null ? '' : titles[panel]}>
        {panel === 'pay' && <AccountPaymentForm debtor={debtor} onDone={close} />}
        {panel === 'minimum' && <MinimumForm debtor={debtor} onDone={close} />}
        {panel === 'insolvency' && <InsolvencyForm debtor={debtor} onDone={close} />}
      </SidePanel>
    </>
  )
}
