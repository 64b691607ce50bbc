import { Button } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { IconRoute } from '@tabler/icons-react'
import { useState } from 'react'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { segmentWords } from '../../words/segment.ts'
import { ElsewhereForm } from './elsewhere-form.tsx'

/** Invoices that follow another scenario than that of their customer's segment, one banner for each. */
export function ElsewhereBanners({ debtor }: { debtor: Debtor }) {
  const say = useWords(segmentWords)
  const [scenario, setScenario] = useState<string | null>(null)
  const { data } = useRoute('segmentFiles', { id: debtor.id, query: {} })
  if (!data?.scenario) return null
  const { name } = data.scenario
  const close = () => setScenario(null)
  return (
    <>
      {data.others.map((other) => (
        <Banner
          key={other.scenario}
          meaning="confirm"
          icon={IconRoute}
          title={say('elsewhere', { count: other.files, scenario: other.name })}
          action={
            <Button
              variant="default"
              size="xs"
              className="no-print"
              style={{ flexShrink: 0 }}
              onClick={() => setScenario(other.scenario)}
            >
              {say('move')}
            </Button>
          }
        >
          {say('elsewhere-help', { count: other.files, scenario: name })}
        </Banner>
      ))}
      <SidePanel opened={scenario !== null} onClose={close} title={say('move.title', { scenario: name })} size={720}>
        {scenario !== null && <ElsewhereForm {...{ debtor, scenario }} onDone={close} />}
      </SidePanel>
    </>
  )
}
