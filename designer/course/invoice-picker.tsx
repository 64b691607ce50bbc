import { Button, Popover, Stack } from '@mantine/core'
import type { Invoice } from '@relance/runtime/contract/invoices'
import { IconFileInvoice } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../client/call.ts'
import { useEntity, useZone } from '../client/entity.ts'
import { dateIn } from '../format/date.ts'
import { useWords } from '../i18n/words.ts'
import { courseWords } from '../words/course.ts'
import { InvoiceSearch } from './invoice-search.tsx'
import { type Sample, typicalSample } from './sample.ts'

interface Props {
  readonly sample: Sample
  readonly onSample: (sample: Sample) => void
}

/** A typical invoice, or a real one found by its number or customer. */
export function InvoicePicker({ sample, onSample }: Props) {
  const say = useWords(courseWords)
  const { entities } = useEntity()
  const zone = useZone()
  const [opened, setOpened] = useState(false)
  const [failed, setFailed] = useState(false)
  const name = sample.id === null ? say('typical') : sample.invoice.number
  const choose = async (invoice: Invoice) => {
    setOpened(false)
    const known = entities.find(({ code }) => code === invoice.entity)
    const real = await realSample(invoice, { sample, zone: known?.zone ?? zone }).catch(() => null)
    setFailed(real === null)
    if (real !== null) onSample(real)
  }
  const returnToTypical = () => {
    setOpened(false)
    onSample(typicalSample({ today: dateIn(new Date(), zone), whatIf: sample.whatIf }))
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="top-start" width={340} trapFocus shadow="md">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileInvoice size={16} stroke={1.7} />}
          aria-label={`${say('invoice')} : ${name}`}
          onClick={() => setOpened(!opened)}
        >
          {failed ? say('unreachable') : name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <InvoiceSearch onChoose={(invoice) => void choose(invoice)} />
          {sample.id !== null && (
            <Button size="xs" variant="subtle" onClick={returnToTypical}>
              {say('back')}
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** The invoice with what is known of its customer: where it is (for holidays), language, segment. */
async function realSample(
  { id, entity, number, amount, open, currency, issueDate, dueDate, debtor }: Invoice,
  { sample, zone }: { sample: Sample; zone: string },
): Promise<Sample> {
  const account = `${entity}:${debtor.code}`
  const { address, country, language, segment } = await call('debtor', { id: account })
  return {
    id,
    invoice: { number, amount, open, currency, issueDate, dueDate },
    debtor: { id: account, segment, country, language, postalCode: address.postalCode },
    zone,
    from: issueDate,
    whatIf: sample.whatIf,
  }
}
