import { Paper, Stack, Text, Title, useComputedColorScheme, VisuallyHidden } from '@mantine/core'
import type { Figures } from '@relance/runtime/contract/portfolio'
import { useMemo, useRef } from 'react'
import { useWords } from '../../i18n/words.ts'
import { palettes } from '../../theme/palettes.ts'
import { grounds, inks, meaningTokens } from '../../theme/tokens.ts'
import { useChart } from '../../ui/chart.ts'
import { useFormat } from '../../ui/use-format.ts'
import { todayWords } from '../../words/today.ts'
import styles from './today.module.css'

/** The older, the deeper: what is not due stays neutral. */
const depth: Readonly<Record<Figures['aged'][number]['key'], number>> = {
  'not-due': 0,
  '1-30': 3,
  '31-60': 4,
  '61-90': 5,
  '90+': 7,
}

/** What is open by age, as bars for the eye and as a table for everything else. */
export function AgedBalance({ figures }: { figures: Figures }) {
  const say = useWords(todayWords)
  const element = useRef<HTMLDivElement>(null)
  useChart(element, useOptions(figures))
  return (
    <Paper withBorder p="lg" className="keep-together" component="section">
      <Stack gap="md">
        <div>
          <Title order={2}>{say('aged.title')}</Title>
          <Text size="sm" c="dimmed">
            {say('aged.lead')}
          </Text>
        </div>
        <div ref={element} className={styles.chart} aria-hidden />
        <AsTable figures={figures} />
      </Stack>
    </Paper>
  )
}

function useOptions({ aged, currency }: Figures) {
  const say = useWords(todayWords)
  const format = useFormat()
  const scheme = useComputedColorScheme('light')
  return useMemo(() => {
    const ink = inks[scheme]
    const neutral = scheme === 'light' ? palettes.gray[4] : palettes.dark[3]
    return {
      textStyle: { fontFamily: 'Narrow Space, Inter Variable, sans-serif' },
      grid: { left: 8, right: 8, top: 28, bottom: 4, containLabel: true },
      tooltip: {
        trigger: 'item' as const,
        backgroundColor: grounds[scheme].surface,
        borderColor: grounds[scheme].line,
        textStyle: { color: ink.text, fontSize: 13 },
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const { key, amount, count } = aged[dataIndex]!
          return `${say(`aged.${key}`)}<br><b>${format.amount(amount, currency)}</b><br>${say('aged.count', { count })}`
        },
      },
      xAxis: {
        type: 'category' as const,
        data: aged.map(({ key }) => say(`aged.${key}`)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: grounds[scheme].line } },
        axisLabel: {
          color: ink.dimmed,
          fontSize: 12,
          interval: 0,
          width: 96,
          lineHeight: 16,
          overflow: 'break' as const,
        },
      },
      yAxis: { type: 'value' as const, show: false },
      series: [
        {
          type: 'bar' as const,
          barMaxWidth: 72,
          data: aged.map(({ key, amount }) => ({
            value: amount,
            itemStyle: {
              color: depth[key] === 0 ? neutral : palettes.late[depth[key]],
              borderRadius: [4, 4, 0, 0],
            },
          })),
          label: {
            show: true,
            position: 'top' as const,
            color: ink.text,
            fontSize: 12,
            formatter: ({ value }: { value: unknown }) => format.wholeAmount(Number(value), currency),
          },
          emphasis: { itemStyle: { borderColor: meaningTokens('accent', scheme).text, borderWidth: 1 } },
        },
      ],
    }
  }, [aged, currency, say, format, scheme])
}

function AsTable({ figures: { aged, currency } }: { figures: Figures }) {
  const say = useWords(todayWords)
  const format = useFormat()
  return (
    <VisuallyHidden>
      <table>
        <caption>{say('aged.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('aged.bucket')}</th>
            <th scope="col">{say('aged.amount')}</th>
            <th scope="col">{say('aged.items')}</th>
          </tr>
        </thead>
        <tbody>
          {aged.map(({ key, amount, count }) => (
            <tr key={key}>
              <th scope="row">{say(`aged.${key}`)}</th>
              <td>{format.amount(amount, currency)}</td>
              <td>{format.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  )
}
