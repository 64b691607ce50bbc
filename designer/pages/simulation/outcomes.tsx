import { Alert, Paper, Stack, Table, Title } from '@mantine/core'
import type { SimulationOutcome } from '@relance/runtime/contract/simulations'
import { media } from '@relance/sdk/define-node'
import { memo, type ReactNode } from 'react'
import { useWords } from '../../i18n/words.ts'
import { useFormat } from '../../ui/use-format.ts'
import { simulationWords } from '../../words/simulation.ts'
import styles from './simulation.module.css'
import { WeekChart } from './week-chart.tsx'

/** The figures of each version side by side, their weeks, and who has the work. */
export const Outcomes = memo(function Outcomes({ outcomes }: { outcomes: readonly SimulationOutcome[] }) {
  const say = useWords(simulationWords)
  const [first] = outcomes
  if (first === undefined || first.simulated === 0) {
    return (
      <Alert color="gray" title={say('empty')}>
        {say('empty-help')}
      </Alert>
    )
  }
  const contacts = (outcome: SimulationOutcome) =>
    outcome.weeks.map((week) => Object.values(week.contacts).reduce((sum, count) => sum + (count ?? 0), 0))
  const cash = (outcome: SimulationOutcome) => outcome.weeks.map((week) => week.cashIn[first.currency] ?? 0)
  const unaided = { name: say('unaided'), values: first.weeks.map((week) => week.unaided[first.currency] ?? 0) }
  const weeks = first.weeks.map(({ week }) => week)
  const named = (readAll: (outcome: SimulationOutcome) => number[]) =>
    outcomes.map((outcome) => ({ name: say(outcome.version), values: readAll(outcome) }))
  return (
    <Stack gap="lg">
      <Comparison outcomes={outcomes} />
      <div className={styles.charts}>
        <WeekChart title={say('contacts')} weeks={weeks} series={named(contacts)} />
        <WeekChart title={say('cash')} weeks={weeks} series={[...named(cash), unaided]} currency={first.currency} />
      </div>
      <People outcome={first} />
    </Stack>
  )
})

function Comparison({ outcomes }: { outcomes: readonly SimulationOutcome[] }) {
  const say = useWords(simulationWords)
  const format = useFormat()
  const { currency } = outcomes[0]!
  const count = (value: number) => format.number(value)
  const days = (value: number) => format.number(value, 1)
  const rows: [string, (outcome: SimulationOutcome) => number, (value: number) => string][] = [
    ...media
      .filter((medium) => outcomes.some(({ totals }) => totals[medium]))
      .map((medium): (typeof rows)[number] => [say(medium), ({ totals }) => totals[medium] ?? 0, count]),
    [say('firstContacts'), ({ firstContacts }) => firstContacts, count],
    [say('cost'), ({ cost }) => Object.values(cost).reduce((sum, part) => sum + (part ?? 0), 0), format.amount],
    [say('cashIn'), ({ cashIn }) => cashIn[currency] ?? 0, (value) => format.wholeAmount(value, currency)],
    [say('meanDelay'), ({ meanDelay }) => meanDelay, days],
    [say('daysGained'), ({ daysGained }) => daysGained, days],
  ]
  return (
    <Paper withBorder>
      <Scrolled label={say('figure')} width={340}>
        <Table horizontalSpacing="md" style={{ fontVariantNumeric: 'tabular-nums' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('figure')}</Table.Th>
              {outcomes.map(({ version }) => (
                <Table.Th key={version} ta="end">
                  {say(version)}
                </Table.Th>
              ))}
              {outcomes.length > 1 && <Table.Th ta="end">{say('difference')}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([title, read, write]) => (
              <Table.Tr key={title}>
                <Table.Th scope="row" fw={400}>
                  {title}
                </Table.Th>
                {outcomes.map((outcome) => (
                  <Table.Td key={outcome.version} ta="end">
                    {write(read(outcome))}
                  </Table.Td>
                ))}
                {outcomes.length > 1 && <Difference of={read(outcomes[0]!) - read(outcomes[1]!)} write={write} />}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scrolled>
    </Paper>
  )
}

/** The draft less what is published, with its sign. */
function Difference({ of, write }: { of: number; write: (value: number) => string }) {
  return (
    <Table.Td ta="end">
      {of > 0 && '+'}
      {write(of)}
    </Table.Td>
  )
}

/** What each person has to do in a week, on average. */
function People({ outcome: { people, weeks } }: { outcome: SimulationOutcome }) {
  const say = useWords(simulationWords)
  const format = useFormat()
  const used = media.filter((medium) => people.some(({ totals }) => totals[medium]))
  const nameOf = (person: string) => {
    if (person === '') return say('nobody')
    return person === 'finance-director' ? say('finance-director') : person
  }
  if (people.length === 0) return null
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="sm">
        {say('people')}
      </Title>
      <Scrolled label={say('people')} width={480}>
        <Table horizontalSpacing="md" style={{ fontVariantNumeric: 'tabular-nums' }}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say('person')}</Table.Th>
              {used.map((medium) => (
                <Table.Th key={medium} ta="end">
                  {say(medium)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {people.map(({ person, totals }) => (
              <Table.Tr key={person}>
                <Table.Th scope="row" fw={400}>
                  {nameOf(person)}
                </Table.Th>
                {used.map((medium) => (
                  <Table.Td key={medium} ta="end">
                    {format.number((totals[medium] ?? 0) / weeks.length, 1)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Scrolled>
    </Paper>
  )
}

/** A table that scrolls sideways on a phone, by keyboard too. */
function Scrolled({ label, width, children }: { label: string; width: number; children: ReactNode }) {
  const reachable = { tabIndex: 0, role: 'region', 'aria-label': label }
  return (
    <Table.ScrollContainer minWidth={width} scrollAreaProps={{ viewportProps: reachable }}>
      {children}
    </Table.ScrollContainer>
  )
}
