import { Paper, Text } from '@mantine/core'
import type { Debtor } from '@relance/runtime/contract/portfolio'
import { useWords } from '../../i18n/words.ts'
import { Facts } from '../../ui/facts.tsx'
import { useFormat } from '../../ui/use-format.ts'
import { commonWords } from '../../words/common.ts'
import { customersWords } from '../../words/customers.ts'
import { rulesWords } from '../../words/rules.ts'
import { SegmentFact } from './segment-fact.tsx'

/** What a customer owes, and who it is. */
export function Account({ debtor }: { debtor: Debtor }) {
  const say = useWords(customersWords)
  const sayCommon = useWords(commonWords)
  const sayRules = useWords(rulesWords)
  const format = useFormat()
  const { open, overdue, siren, address, language, collector, salesperson, minimums } = debtor
  const late = Object.values(overdue).some((minor) => minor > 0)
  const place = [...address.lines, `${address.postalCode} ${address.city}`.trim()].filter((line) => line !== '')
  return (
    <Paper withBorder p="lg">
      <Text size="sm" c="dimmed">
        {say('open')}
      </Text>
      <Text size="xl" fw={600} className="figure">
        {format.amounts(open)}
      </Text>
      {late && (
        <Text size="sm" c="var(--relance-late-text)" className="figure">
          {say('overdue')} : {format.amounts(overdue)}
        </Text>
      )}
      <Facts
        facts={[
          [sayCommon('filter.segment'), <SegmentFact key="segment" debtor={debtor} />],
          [say('siren'), siren === '' ? say('unknown') : siren.replace(/(\d{3})(?=\d)/g, '$1\u202f')],
          [say('address'), place.length === 0 ? say('unknown') : place.join(', ')],
          [say('language'), say(`language.${language}`)],
          [say('collector'), collector === '' ? say('unknown') : collector],
          [say('salesperson'), salesperson === '' ? say('unknown') : salesperson],
          ...(minimums.length === 0
            ? []
            : [
                [
                  sayRules('own.fact'),
                  minimums.map(({ reminder, currency }) => format.amount(reminder, currency)).join(', '),
                ] as const,
              ]),
        ]}
      />
    </Paper>
  )
}
