import { Button } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { IconGavel } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useRoute } from '../../client/queries.ts'
import { useWords } from '../../i18n/words.ts'
import { Banner } from '../../ui/banner.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { accountWords } from '../../words/account.ts'

/** The proceedings that stop an account, with the day by which its claims are declared. */
export function InsolvencyBanner({ debtor }: { debtor: Debtor }) {
  const say = useWords(accountWords)
  const format = useFormat()
  const { data } = useRoute('tasks', { query: { debtor: debtor.id, kind: 'declare-claim' } })
  const { insolvency } = debtor
  if (insolvency === null) return null
  const { proceedings, judgedOn, declareBy } = insolvency
  const task = data?.items[0]
  return (
    <Banner
      meaning="late"
      icon={IconGavel}
      title={say('insolvency.banner', {
        proceedings: say(`insolvency.${proceedings}`),
        date: format.date(judgedOn),
      })}
      action={
        task && (
          <Button
            component={Link}
            to={`/calls/${encodeURIComponent(task.id)}`}
            variant="default"
            size="xs"
            className="no-print"
            style={{ flexShrink: 0 }}
          >
            {say('insolvency.task')}
          </Button>
        )
      }
    >
      {say('insolvency.banner-help', { declareBy: format.date(declareBy) })}
    </Banner>
  )
}
