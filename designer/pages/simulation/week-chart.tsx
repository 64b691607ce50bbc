import { ColorSwatch, Group, Paper, Text, Title, useComputedColorScheme } from '@mantine/core'
import { useMemo, useRef } from 'react'
import { useWords } from '../../i18n/words.ts'
import { palettes } from '../../theme/palettes.ts'
import { grounds, inks } from '../../theme/tokens.ts'
import { useChart } from '../../ui/chart.ts'
import { useFormat } from '../../ui/use-format.ts'
import { simulationWords } from '../../words/simulation.ts'
import styles from './simulation.module.css'

interface WeekChartProps {
  readonly title: string
  /** The Mondays, `YYYY-MM-DD`. */
  readonly weeks: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[]
  /** Of minor units; without it values are counts. */
  readonly currency?: string
}

/** Drawn first, second, third. */
const colours = [palettes.accent[6], palettes.gray[5], palettes.gray[3]] as const

/** Bars of each version, week by week. The figures are in the table above it. */
export function WeekChart({ title, weeks, series, currency }: WeekChartProps) {
  const say = useWords(simulationWords)
  const format = useFormat()
  const scheme = useComputedColorScheme('light')
  const element = useRef<HTMLDivElement>(null)
  const options = useMemo(() => {
    const ink = inks[scheme]
    const write = (value: number) => (currency ? format.wholeAmount(value, currency) : format.number(value))
    return {
      textStyle: { fontFamily: 'Narrow Space, Inter Variable, sans-serif' },
      grid: { left: 8, right: 8, top: 16, bottom: 4, containLabel: true },
      tooltip: {
        trigger: 'axis' as const,
        backgroundColor: grounds[scheme].surface,
        borderColor: grounds[scheme].line,
        textStyle: { color: ink.text, fontSize: 13 },
        formatter: (points: unknown) => {
          const index = (points as { dataIndex: number }[])[0]?.dataIndex ?? 0
          const lines = series.map(({ name, values }) => `${name} : <b>${write(values[index] ?? 0)}</b>`)
          return [say('weekOf', { day: format.shortDate(weeks[index]!) }), ...lines].join('<br>')
        },
      },
      xAxis: {
        type: 'category' as const,
        data: weeks.map((week) => format.shortDate(week)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: grounds[scheme].line } },
        axisLabel: { color: ink.dimmed, fontSize: 12, hideOverlap: true },
      },
      yAxis: {
        type: 'value' as const,
        splitLine: { lineStyle: { color: grounds[scheme].line } },
        axisLabel: { color: ink.dimmed, fontSize: 12, formatter: write },
      },
      series: series.map(({ name, values }, index) => ({
        type: 'bar' as const,
        name,
        data: [...values],
        itemStyle: { color: colours[index], borderRadius: [2, 2, 0, 0] },
      })),
    }
  }, [weeks, series, currency, say, format, scheme])
  useChart(element, options)
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2}>{title}</Title>
      <Group gap="md">
        {series.map(({ name }, index) => (
          <Group key={name} gap={6}>
            <ColorSwatch color={colours[index] ?? ''} size={12} radius={2} withShadow={false} />
            <Text size="sm">{name}</Text>
          </Group>
        ))}
      </Group>
      <div ref={element} className={styles.chart} aria-hidden />
    </Paper>
  )
}
